using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RunCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StatusChanges_RunId_Kind_At_Cause",
                table: "StatusChanges");

            migrationBuilder.CreateIndex(
                name: "IX_StatusChanges_RunId_Kind_Cause_At",
                table: "StatusChanges",
                columns: new[] { "RunId", "Kind", "Cause", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StatusChanges_RunId_Kind_Cause_At",
                table: "StatusChanges");

            migrationBuilder.CreateIndex(
                name: "IX_StatusChanges_RunId_Kind_At_Cause",
                table: "StatusChanges",
                columns: new[] { "RunId", "Kind", "At", "Cause" });
        }
    }
}
