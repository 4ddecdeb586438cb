using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DecisionsOnlyGrow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // These tables only grow, whoever writes to them: one that a later migration rebuilds needs its triggers again.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "Decisions_refuse_update" BEFORE UPDATE ON "Decisions"
                BEGIN SELECT RAISE(ABORT, 'Decisions only grows.'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "Decisions_refuse_delete" BEFORE DELETE ON "Decisions"
                BEGIN SELECT RAISE(ABORT, 'Decisions only grows.'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "CodingItems_refuse_update" BEFORE UPDATE ON "CodingItems"
                BEGIN SELECT RAISE(ABORT, 'CodingItems only grows.'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "CodingItems_refuse_delete" BEFORE DELETE ON "CodingItems"
                BEGIN SELECT RAISE(ABORT, 'CodingItems only grows.'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "CodingAnswers_refuse_update" BEFORE UPDATE ON "CodingAnswers"
                BEGIN SELECT RAISE(ABORT, 'CodingAnswers only grows.'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "CodingAnswers_refuse_delete" BEFORE DELETE ON "CodingAnswers"
                BEGIN SELECT RAISE(ABORT, 'CodingAnswers only grows.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "Decisions_refuse_update";""");
            migrationBuilder.Sql("""DROP TRIGGER "Decisions_refuse_delete";""");
            migrationBuilder.Sql("""DROP TRIGGER "CodingItems_refuse_update";""");
            migrationBuilder.Sql("""DROP TRIGGER "CodingItems_refuse_delete";""");
            migrationBuilder.Sql("""DROP TRIGGER "CodingAnswers_refuse_update";""");
            migrationBuilder.Sql("""DROP TRIGGER "CodingAnswers_refuse_delete";""");
        }
    }
}
