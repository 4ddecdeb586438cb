using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ImportedBy",
                table: "Reports",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Reports",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SupersededById",
                table: "Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Level",
                table: "Bodies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReportDrafts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ReadingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    IsDirect = table.Column<bool>(type: "INTEGER", nullable: false),
                    RefusalCode = table.Column<string>(type: "TEXT", nullable: false),
                    Refusal = table.Column<string>(type: "TEXT", nullable: false),
                    CorrectsId = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    DecodedAs = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", nullable: true),
                    BodyName = table.Column<string>(type: "TEXT", nullable: false),
                    BodyKind = table.Column<string>(type: "TEXT", nullable: false),
                    BodyRegion = table.Column<string>(type: "TEXT", nullable: false),
                    BodyLevel = table.Column<string>(type: "TEXT", nullable: true),
                    PlanYear = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Delivered = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Presenter = table.Column<string>(type: "TEXT", nullable: false),
                    DocumentKind = table.Column<string>(type: "TEXT", nullable: true),
                    Doubts = table.Column<string>(type: "TEXT", nullable: false),
                    Commitments = table.Column<int>(type: "INTEGER", nullable: false),
                    Claims = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DraftContents",
                columns: table => new
                {
                    DraftId = table.Column<string>(type: "TEXT", nullable: false),
                    SourceBytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Pages = table.Column<string>(type: "TEXT", nullable: false),
                    Extractor = table.Column<string>(type: "TEXT", nullable: false),
                    ExtractorVersion = table.Column<string>(type: "TEXT", nullable: false),
                    Issues = table.Column<string>(type: "TEXT", nullable: false)
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
