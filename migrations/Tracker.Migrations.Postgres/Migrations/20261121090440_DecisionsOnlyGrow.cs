using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
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
                CREATE FUNCTION "OnlyGrows_refuse"() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% only grows.', TG_TABLE_NAME; END $$;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "Decisions_refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Decisions"
                FOR EACH STATEMENT EXECUTE FUNCTION "OnlyGrows_refuse"();
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "CodingItems_refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CodingItems"
                FOR EACH STATEMENT EXECUTE FUNCTION "OnlyGrows_refuse"();
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "CodingAnswers_refuse_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CodingAnswers"
                FOR EACH STATEMENT EXECUTE FUNCTION "OnlyGrows_refuse"();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "Decisions_refuse_change" ON "Decisions";""");
            migrationBuilder.Sql("""DROP TRIGGER "CodingItems_refuse_change" ON "CodingItems";""");
            migrationBuilder.Sql("""DROP TRIGGER "CodingAnswers_refuse_change" ON "CodingAnswers";""");
            migrationBuilder.Sql("""DROP FUNCTION "OnlyGrows_refuse";""");
        }
    }
}
