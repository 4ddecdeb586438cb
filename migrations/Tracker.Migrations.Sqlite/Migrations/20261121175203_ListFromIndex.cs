using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ListFromIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Commitments_PairId_Standing_Status_Specificity",
                table: "Commitments");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_PairId_Standing_Status_Specificity_Position_Id",
                table: "Commitments",
                columns: new[] { "PairId", "Standing", "Status", "Specificity", "Position", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Commitments_PairId_Standing_Status_Specificity_Position_Id",
                table: "Commitments");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_PairId_Standing_Status_Specificity",
                table: "Commitments",
                columns: new[] { "PairId", "Standing", "Status", "Specificity" });
        }
    }
}
