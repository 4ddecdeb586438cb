using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReadingIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StatusChanges_RunId",
                table: "StatusChanges");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_AuditPriority",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_Specificity",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_Status",
                table: "Commitments");

            migrationBuilder.AddColumn<int>(
                name: "ClaimCount",
                table: "Pairs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CountedCommitments",
                table: "Pairs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_StatusChanges_RunId_Kind_At_Cause",
                table: "StatusChanges",
                columns: new[] { "RunId", "Kind", "At", "Cause" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Id_Standing_Status",
                table: "Commitments",
                columns: new[] { "Id", "Standing", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_PairId_Standing_Status_Specificity",
                table: "Commitments",
                columns: new[] { "PairId", "Standing", "Status", "Specificity" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Queue",
                table: "Commitments",
                columns: new[] { "AuditPriority", "Id", "Standing", "IsDecided", "StaleDecisions", "FlippedAt", "Status", "MachineStatus", "ReaderStatus", "ReaderSuggestions", "Specificity", "Confidence", "JointConfidence", "PairId" },
                descending: new[] { true, false, false, false, false, false, false, false, false, false, false, false, false, false });

            migrationBuilder.Sql(
                """
                UPDATE "Pairs" SET
                    "CountedCommitments" = (SELECT COUNT(*) FROM "Commitments" WHERE "Commitments"."PairId" = "Pairs"."Id" AND "Commitments"."Standing" = 'Counted'),
                    "ClaimCount" = (SELECT COUNT(*) FROM "Claims" WHERE "Claims"."PairId" = "Pairs"."Id");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StatusChanges_RunId_Kind_At_Cause",
                table: "StatusChanges");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_Id_Standing_Status",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_PairId_Standing_Status_Specificity",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_Queue",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ClaimCount",
                table: "Pairs");

            migrationBuilder.DropColumn(
                name: "CountedCommitments",
                table: "Pairs");

            migrationBuilder.CreateIndex(
                name: "IX_StatusChanges_RunId",
                table: "StatusChanges",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_AuditPriority",
                table: "Commitments",
                column: "AuditPriority");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Specificity",
                table: "Commitments",
                column: "Specificity");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Status",
                table: "Commitments",
                column: "Status");
        }
    }
}
