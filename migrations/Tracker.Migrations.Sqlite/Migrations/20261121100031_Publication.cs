using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "FromScore",
                table: "StatusChanges",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ToEvidence",
                table: "StatusChanges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ToScore",
                table: "StatusChanges",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Held",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Moved",
                table: "RunItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "PendingResults",
                columns: table => new
                {
                    PairId = table.Column<string>(type: "TEXT", nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    RunId = table.Column<string>(type: "TEXT", nullable: false),
                    MethodVersion = table.Column<string>(type: "TEXT", nullable: false),
                    ComputedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Waits = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlanReportId = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewReportId = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: true),
                    Commitments = table.Column<string>(type: "TEXT", nullable: false),
                    Verdicts = table.Column<string>(type: "TEXT", nullable: false),
                    Claims = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: true),
                    Issues = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    FlipShare = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingResults", x => x.PairId);
                });

            migrationBuilder.CreateTable(
                name: "PublicationRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    FlipShare = table.Column<double>(type: "REAL", nullable: false),
                    ScoreStep = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicationRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Renewals",
                columns: table => new
                {
                    EarlierId = table.Column<string>(type: "TEXT", nullable: false),
                    LaterId = table.Column<string>(type: "TEXT", nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", nullable: false),
                    EarlierYear = table.Column<int>(type: "INTEGER", nullable: false),
                    LaterYear = table.Column<int>(type: "INTEGER", nullable: false),
                    ChainId = table.Column<string>(type: "TEXT", nullable: false),
                    Likeness = table.Column<double>(type: "REAL", nullable: false),
                    Verb = table.Column<string>(type: "TEXT", nullable: false),
                    Reach = table.Column<string>(type: "TEXT", nullable: false),
                    Targets = table.Column<string>(type: "TEXT", nullable: false),
                    IsWeaker = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsStronger = table.Column<bool>(type: "INTEGER", nullable: false)
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
