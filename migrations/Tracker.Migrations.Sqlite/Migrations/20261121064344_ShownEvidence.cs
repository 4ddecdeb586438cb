using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ShownEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MachineEvidence",
                table: "Commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            // What was shown until now was the method's own.
            migrationBuilder.Sql("UPDATE \"Commitments\" SET \"MachineEvidence\" = \"Evidence\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MachineEvidence",
                table: "Commitments");
        }
    }
}
