using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DoubleCoding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Decisions_SampleId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "SampleId",
                table: "Decisions");

            migrationBuilder.AlterColumn<string>(
                name: "SecondCoder",
                table: "CodingSamples",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "FirstCoder",
                table: "CodingSamples",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "AsksSpecificity",
                table: "CodingSamples",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ClosedAt",
                table: "CodingSamples",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RevealedAt",
                table: "CodingSamples",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Specificity",
                table: "CodingSamples",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Strata",
                table: "CodingSamples",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "MachineStatus",
                table: "CodingItems",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Candidates",
                table: "CodingItems",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MachineEvidence",
                table: "CodingItems",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PlanReportId",
                table: "CodingItems",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ReviewReportId",
                table: "CodingItems",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "SpanEnd",
                table: "CodingItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SpanStart",
                table: "CodingItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CodingAnswers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SampleId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Coder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsCommitment = table.Column<bool>(type: "boolean", nullable: false),
                    Status = table.Column<string>(type: "text", nullable: true),
                    Specificity = table.Column<string>(type: "text", nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodingAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CodingAnswers_CodingSamples_SampleId",
                        column: x => x.SampleId,
                        principalTable: "CodingSamples",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CodingItems_CommitmentId",
                table: "CodingItems",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CodingAnswers_SampleId_Position_Coder_Revision",
                table: "CodingAnswers",
                columns: new[] { "SampleId", "Position", "Coder", "Revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CodingAnswers");

            migrationBuilder.DropIndex(
                name: "IX_CodingItems_CommitmentId",
                table: "CodingItems");

            migrationBuilder.DropColumn(
                name: "AsksSpecificity",
                table: "CodingSamples");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "CodingSamples");

            migrationBuilder.DropColumn(
                name: "RevealedAt",
                table: "CodingSamples");

            migrationBuilder.DropColumn(
                name: "Specificity",
                table: "CodingSamples");

            migrationBuilder.DropColumn(
                name: "Strata",
                table: "CodingSamples");

            migrationBuilder.DropColumn(
                name: "Candidates",
                table: "CodingItems");

            migrationBuilder.DropColumn(
                name: "MachineEvidence",
                table: "CodingItems");

            migrationBuilder.DropColumn(
                name: "PlanReportId",
                table: "CodingItems");

            migrationBuilder.DropColumn(
                name: "ReviewReportId",
                table: "CodingItems");

            migrationBuilder.DropColumn(
                name: "SpanEnd",
                table: "CodingItems");

            migrationBuilder.DropColumn(
                name: "SpanStart",
                table: "CodingItems");

            migrationBuilder.AddColumn<string>(
                name: "SampleId",
                table: "Decisions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "SecondCoder",
                table: "CodingSamples",
                type: "text",
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "FirstCoder",
                table: "CodingSamples",
                type: "text",
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "MachineStatus",
                table: "CodingItems",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_SampleId",
                table: "Decisions",
                column: "SampleId");
        }
    }
}
