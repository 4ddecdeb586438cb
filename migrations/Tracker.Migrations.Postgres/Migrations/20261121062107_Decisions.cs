using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
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
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FlippedAt",
                table: "Commitments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDecided",
                table: "Commitments",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Commitments",
                type: "text",
                nullable: false,
                defaultValue: "Method");

            migrationBuilder.AddColumn<string>(
                name: "PartOf",
                table: "Commitments",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "StaleDecisions",
                table: "Commitments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "Commitments",
                type: "text",
                nullable: false,
                defaultValue: "Counted");

            migrationBuilder.CreateTable(
                name: "CodingSamples",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Seed = table.Column<int>(type: "integer", nullable: false),
                    BodyId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    Population = table.Column<int>(type: "integer", nullable: false),
                    FirstCoder = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecondCoder = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodingSamples", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PairId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CommitmentId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MethodVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PlanReportId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReviewReportId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MachineStatus = table.Column<string>(type: "text", nullable: true),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Passage = table.Column<string>(type: "text", nullable: true),
                    Status = table.Column<string>(type: "text", nullable: true),
                    Specificity = table.Column<string>(type: "text", nullable: true),
                    Parts = table.Column<string>(type: "text", nullable: false),
                    Undoes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BatchId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SampleId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Adjudicates = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CodingItems",
                columns: table => new
                {
                    SampleId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    CommitmentId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PairId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    MachineStatus = table.Column<string>(type: "text", nullable: true),
                    MachineSpecificity = table.Column<string>(type: "text", nullable: false),
                    MethodVersion = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    DecisionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PairId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CommitmentId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Fate = table.Column<string>(type: "text", nullable: false),
                    InForce = table.Column<bool>(type: "boolean", nullable: false),
                    SubjectStart = table.Column<int>(type: "integer", nullable: true),
                    SubjectEnd = table.Column<int>(type: "integer", nullable: true),
                    PassageStart = table.Column<int>(type: "integer", nullable: true),
                    PassageEnd = table.Column<int>(type: "integer", nullable: true),
                    Parts = table.Column<string>(type: "text", nullable: false),
                    Possible = table.Column<string>(type: "text", nullable: false),
                    InReview = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OldWords = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NewWords = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MethodVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PlacedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
