using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Decisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "AuditPriority",
                table: "Commitments",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<long>(
                name: "FlippedAt",
                table: "Commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDecided",
                table: "Commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: "Method");

            migrationBuilder.AddColumn<string>(
                name: "PartOf",
                table: "Commitments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StaleDecisions",
                table: "Commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "Commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: "Counted");

            migrationBuilder.CreateTable(
                name: "CodingSamples",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Population = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstCoder = table.Column<string>(type: "TEXT", nullable: true),
                    SecondCoder = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodingSamples", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PairId = table.Column<string>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<string>(type: "TEXT", nullable: false),
                    MethodVersion = table.Column<string>(type: "TEXT", nullable: false),
                    PlanReportId = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewReportId = table.Column<string>(type: "TEXT", nullable: true),
                    MachineStatus = table.Column<string>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Passage = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", nullable: true),
                    Specificity = table.Column<string>(type: "TEXT", nullable: true),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    Undoes = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    BatchId = table.Column<string>(type: "TEXT", nullable: true),
                    SampleId = table.Column<string>(type: "TEXT", nullable: true),
                    Adjudicates = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CodingItems",
                columns: table => new
                {
                    SampleId = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitmentId = table.Column<string>(type: "TEXT", nullable: false),
                    PairId = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    MachineStatus = table.Column<string>(type: "TEXT", nullable: true),
                    MachineSpecificity = table.Column<string>(type: "TEXT", nullable: false),
                    MethodVersion = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodingItems", x => new { x.SampleId, x.Position });
                    table.ForeignKey(
                        name: "FK_CodingItems_CodingSamples_SampleId",
                        column: x => x.SampleId,
                        principalTable: "CodingSamples",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionPlacements",
                columns: table => new
                {
                    DecisionId = table.Column<string>(type: "TEXT", nullable: false),
                    PairId = table.Column<string>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<string>(type: "TEXT", nullable: true),
                    Fate = table.Column<string>(type: "TEXT", nullable: false),
                    InForce = table.Column<bool>(type: "INTEGER", nullable: false),
                    SubjectStart = table.Column<int>(type: "INTEGER", nullable: true),
                    SubjectEnd = table.Column<int>(type: "INTEGER", nullable: true),
                    PassageStart = table.Column<int>(type: "INTEGER", nullable: true),
                    PassageEnd = table.Column<int>(type: "INTEGER", nullable: true),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    Possible = table.Column<string>(type: "TEXT", nullable: false),
                    InReview = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    OldWords = table.Column<string>(type: "TEXT", nullable: false),
                    NewWords = table.Column<string>(type: "TEXT", nullable: false),
                    MethodVersion = table.Column<string>(type: "TEXT", nullable: false),
                    PlacedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionPlacements", x => x.DecisionId);
                    table.ForeignKey(
                        name: "FK_DecisionPlacements_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_AuditPriority",
                table: "Commitments",
                column: "AuditPriority");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionPlacements_CommitmentId",
                table: "DecisionPlacements",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionPlacements_Fate",
                table: "DecisionPlacements",
                column: "Fate");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_Actor_At",
                table: "Decisions",
                columns: new[] { "Actor", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_PairId_At",
                table: "Decisions",
                columns: new[] { "PairId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_SampleId",
                table: "Decisions",
                column: "SampleId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CodingItems");

            migrationBuilder.DropTable(
                name: "DecisionPlacements");

            migrationBuilder.DropTable(
                name: "CodingSamples");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_AuditPriority",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "AuditPriority",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "FlippedAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "IsDecided",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "PartOf",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "StaleDecisions",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "Commitments");
        }
    }
}
