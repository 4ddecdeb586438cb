using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PagesOfReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Extractor",
                table: "ReportContents",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ExtractorVersion",
                table: "ReportContents",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Pages",
                table: "ReportContents",
                type: "text",
                nullable: false,
                defaultValue: "{\"starts\":[],\"count\":0}");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Extractor",
                table: "ReportContents");

            migrationBuilder.DropColumn(
                name: "ExtractorVersion",
                table: "ReportContents");

            migrationBuilder.DropColumn(
                name: "Pages",
                table: "ReportContents");
        }
    }
}
