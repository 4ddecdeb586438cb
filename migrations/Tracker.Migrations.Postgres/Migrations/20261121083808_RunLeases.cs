using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CancelRequestedAt",
                table: "Runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "HeartbeatAt",
                table: "Runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "InterruptedAt",
                table: "Runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Interruptions",
                table: "Runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "Runs",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "PairIds",
                table: "Runs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PlannedAt",
                table: "Runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ResumedAt",
                table: "Runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RetryOf",
                table: "Runs",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "StartedBy",
                table: "Runs",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Total",
                table: "Runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "RunItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FinishedAt",
                table: "RunItems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeasedUntil",
                table: "RunItems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "RunItems",
                type: "text",
                nullable: true,
                collation: "C");

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
