using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RunLeases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "All",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "CancelRequestedAt",
                table: "Runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HeartbeatAt",
                table: "Runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "InterruptedAt",
                table: "Runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Interruptions",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PairIds",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PlannedAt",
                table: "Runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResumedAt",
                table: "Runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RetryOf",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StartedBy",
                table: "Runs",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Total",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "RunItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "FinishedAt",
                table: "RunItems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LeasedUntil",
                table: "RunItems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "RunItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Runs_Outcome",
                table: "Runs",
                column: "Outcome");

            migrationBuilder.CreateIndex(
                name: "IX_RunItems_Outcome_RunId_PairId",
                table: "RunItems",
                columns: new[] { "Outcome", "RunId", "PairId" });

            migrationBuilder.CreateIndex(
                name: "IX_RunItems_PairId_Outcome",
                table: "RunItems",
                columns: new[] { "PairId", "Outcome" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Runs_Outcome",
                table: "Runs");

            migrationBuilder.DropIndex(
                name: "IX_RunItems_Outcome_RunId_PairId",
                table: "RunItems");

            migrationBuilder.DropIndex(
                name: "IX_RunItems_PairId_Outcome",
                table: "RunItems");

            migrationBuilder.DropColumn(
                name: "All",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "CancelRequestedAt",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "HeartbeatAt",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "InterruptedAt",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Interruptions",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "PairIds",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "PlannedAt",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "ResumedAt",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "RetryOf",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "StartedBy",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Total",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "RunItems");

            migrationBuilder.DropColumn(
                name: "FinishedAt",
                table: "RunItems");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "RunItems");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "RunItems");
        }
    }
}
