using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Publication : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FromEvidence",
                table: "StatusChanges",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<double>(
                name: "FromScore",
                table: "StatusChanges",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ToEvidence",
                table: "StatusChanges",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<double>(
                name: "ToScore",
                table: "StatusChanges",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Held",
                table: "Runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Moved",
                table: "RunItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "PendingResults",
                columns: table => new
                {
                    PairId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BodyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    RunId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MethodVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ComputedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Waits = table.Column<bool>(type: "boolean", nullable: false),
                    PlanReportId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReviewReportId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: true),
                    Commitments = table.Column<string>(type: "text", nullable: false),
                    Verdicts = table.Column<string>(type: "text", nullable: false),
                    Claims = table.Column<string>(type: "text", nullable: false),
                    Summary = table.Column<string>(type: "text", nullable: true),
                    Issues = table.Column<string>(type: "text", nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false),
                    FlipShare = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingResults", x => x.PairId);
                });

            migrationBuilder.CreateTable(
                name: "PublicationRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    FlipShare = table.Column<double>(type: "double precision", nullable: false),
                    ScoreStep = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicationRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Renewals",
                columns: table => new
                {
                    EarlierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LaterId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BodyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EarlierYear = table.Column<int>(type: "integer", nullable: false),
                    LaterYear = table.Column<int>(type: "integer", nullable: false),
                    ChainId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Likeness = table.Column<double>(type: "double precision", nullable: false),
                    Verb = table.Column<string>(type: "text", nullable: false),
                    Reach = table.Column<string>(type: "text", nullable: false),
                    Targets = table.Column<string>(type: "text", nullable: false),
                    IsWeaker = table.Column<bool>(type: "boolean", nullable: false),
                    IsStronger = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Renewals", x => new { x.EarlierId, x.LaterId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PendingResults_RunId",
                table: "PendingResults",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_Renewals_BodyId_EarlierYear",
                table: "Renewals",
                columns: new[] { "BodyId", "EarlierYear" });

            migrationBuilder.CreateIndex(
                name: "IX_Renewals_ChainId",
                table: "Renewals",
                column: "ChainId");

            migrationBuilder.CreateIndex(
                name: "IX_Renewals_LaterId",
                table: "Renewals",
                column: "LaterId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PendingResults");

            migrationBuilder.DropTable(
                name: "PublicationRules");

            migrationBuilder.DropTable(
                name: "Renewals");

            migrationBuilder.DropColumn(
                name: "FromEvidence",
                table: "StatusChanges");

            migrationBuilder.DropColumn(
                name: "FromScore",
                table: "StatusChanges");

            migrationBuilder.DropColumn(
                name: "ToEvidence",
                table: "StatusChanges");

            migrationBuilder.DropColumn(
                name: "ToScore",
                table: "StatusChanges");

            migrationBuilder.DropColumn(
                name: "Held",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Moved",
                table: "RunItems");
        }
    }
}
