using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "FirstCoder",
                table: "CodingSamples",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksSpecificity",
                table: "CodingSamples",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ClosedAt",
                table: "CodingSamples",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RevealedAt",
                table: "CodingSamples",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Specificity",
                table: "CodingSamples",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Strata",
                table: "CodingSamples",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "MachineStatus",
                table: "CodingItems",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Candidates",
                table: "CodingItems",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MachineEvidence",
                table: "CodingItems",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PlanReportId",
                table: "CodingItems",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReviewReportId",
                table: "CodingItems",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "SpanEnd",
                table: "CodingItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SpanStart",
                table: "CodingItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CodingAnswers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    SampleId = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Coder = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    IsCommitment = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: true),
                    Specificity = table.Column<string>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "SecondCoder",
                table: "CodingSamples",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "FirstCoder",
                table: "CodingSamples",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "MachineStatus",
                table: "CodingItems",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_SampleId",
                table: "Decisions",
                column: "SampleId");
        }
    }
}
