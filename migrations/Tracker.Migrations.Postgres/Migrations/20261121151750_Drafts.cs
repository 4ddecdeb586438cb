using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Drafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FirstVersionId",
                table: "Reports",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ImportedBy",
                table: "Reports",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Reports",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SupersededById",
                table: "Reports",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Level",
                table: "Bodies",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReportDrafts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FileName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    ReadingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsDirect = table.Column<bool>(type: "boolean", nullable: false),
                    RefusalCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Refusal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CorrectsId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DecodedAs = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BodyId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    BodyName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BodyKind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BodyRegion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BodyLevel = table.Column<string>(type: "text", nullable: true),
                    PlanYear = table.Column<int>(type: "integer", nullable: true),
                    ReviewYear = table.Column<int>(type: "integer", nullable: true),
                    Delivered = table.Column<DateOnly>(type: "date", nullable: true),
                    Presenter = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DocumentKind = table.Column<string>(type: "text", nullable: true),
                    Doubts = table.Column<string>(type: "text", nullable: false),
                    Commitments = table.Column<int>(type: "integer", nullable: false),
                    Claims = table.Column<int>(type: "integer", nullable: false),
                    ReportId = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DraftContents",
                columns: table => new
                {
                    DraftId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SourceBytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Pages = table.Column<string>(type: "text", nullable: false),
                    Extractor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExtractorVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Issues = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftContents", x => x.DraftId);
                    table.ForeignKey(
                        name: "FK_DraftContents_ReportDrafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "ReportDrafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_FirstVersionId",
                table: "Reports",
                column: "FirstVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_SupersededById",
                table: "Reports",
                column: "SupersededById");

            migrationBuilder.CreateIndex(
                name: "IX_ReportDrafts_Sha256",
                table: "ReportDrafts",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_ReportDrafts_State_At",
                table: "ReportDrafts",
                columns: new[] { "State", "At" });

            migrationBuilder.AddForeignKey(
                name: "FK_Reports_Reports_FirstVersionId",
                table: "Reports",
                column: "FirstVersionId",
                principalTable: "Reports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Reports_Reports_SupersededById",
                table: "Reports",
                column: "SupersededById",
                principalTable: "Reports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Reports_Reports_FirstVersionId",
                table: "Reports");

            migrationBuilder.DropForeignKey(
                name: "FK_Reports_Reports_SupersededById",
                table: "Reports");

            migrationBuilder.DropTable(
                name: "DraftContents");

            migrationBuilder.DropTable(
                name: "ReportDrafts");

            migrationBuilder.DropIndex(
                name: "IX_Reports_FirstVersionId",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Reports_SupersededById",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "FirstVersionId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "ImportedBy",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "SupersededById",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "Bodies");
        }
    }
}
