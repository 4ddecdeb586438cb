using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SecondReading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "JointConfidence",
                table: "Commitments",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JointStatus",
                table: "Commitments",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReaderEvidence",
                table: "Commitments",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "ReaderStatus",
                table: "Commitments",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReaderSuggestions",
                table: "Commitments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ReadingId",
                table: "Commitments",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "PassageVectors",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Values = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PassageVectors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReaderCases",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Model = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PromptVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MethodVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Machine = table.Column<string>(type: "text", nullable: false),
                    Confidence = table.Column<double>(type: "double precision", nullable: false),
                    Reader = table.Column<string>(type: "text", nullable: false),
                    Truth = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReaderCases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReaderReadings",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Model = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PromptVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PromptHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CommitmentId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RunId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false),
                    Owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LeasedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Status = table.Column<string>(type: "text", nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Suggestions = table.Column<string>(type: "text", nullable: false),
                    Strayed = table.Column<int>(type: "integer", nullable: false),
                    Refusals = table.Column<string>(type: "text", nullable: false),
                    Requests = table.Column<int>(type: "integer", nullable: false),
                    PromptTokens = table.Column<int>(type: "integer", nullable: false),
                    AnswerTokens = table.Column<int>(type: "integer", nullable: false),
                    CostMicros = table.Column<long>(type: "bigint", nullable: false),
                    Milliseconds = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReaderReadings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReaderSpendings",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Requests = table.Column<long>(type: "bigint", nullable: false),
                    Tokens = table.Column<long>(type: "bigint", nullable: false),
                    CostMicros = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReaderSpendings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReadingItems",
                columns: table => new
                {
                    RunId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PairId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false),
                    Owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LeasedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Commitments = table.Column<int>(type: "integer", nullable: false),
                    Known = table.Column<int>(type: "integer", nullable: false),
                    Answered = table.Column<int>(type: "integer", nullable: false),
                    Unusable = table.Column<int>(type: "integer", nullable: false),
                    Unreachable = table.Column<int>(type: "integer", nullable: false),
                    OverBudget = table.Column<int>(type: "integer", nullable: false),
                    Error = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingItems", x => new { x.RunId, x.PairId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReaderCases_Model_PromptVersion",
                table: "ReaderCases",
                columns: new[] { "Model", "PromptVersion" });

            migrationBuilder.CreateIndex(
                name: "IX_ReaderReadings_PromptHash",
                table: "ReaderReadings",
                column: "PromptHash");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderReadings_RunId",
                table: "ReaderReadings",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_ReadingItems_IsDone_RunId_PairId",
                table: "ReadingItems",
                columns: new[] { "IsDone", "RunId", "PairId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PassageVectors");

            migrationBuilder.DropTable(
                name: "ReaderCases");

            migrationBuilder.DropTable(
                name: "ReaderReadings");

            migrationBuilder.DropTable(
                name: "ReaderSpendings");

            migrationBuilder.DropTable(
                name: "ReadingItems");

            migrationBuilder.DropColumn(
                name: "JointConfidence",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "JointStatus",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ReaderEvidence",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ReaderStatus",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ReaderSuggestions",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ReadingId",
                table: "Commitments");
        }
    }
}
