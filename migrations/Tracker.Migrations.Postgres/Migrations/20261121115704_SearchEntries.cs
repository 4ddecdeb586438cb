using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Part = table.Column<string>(type: "text", nullable: false),
                    SourceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PairId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    BodyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Specificity = table.Column<string>(type: "text", nullable: true),
                    SpanStart = table.Column<int>(type: "integer", nullable: false),
                    SpanEnd = table.Column<int>(type: "integer", nullable: false),
                    Quote = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Folded = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_PairId",
                table: "SearchEntries",
                column: "PairId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_SourceId",
                table: "SearchEntries",
                column: "SourceId");

            // The words' own index: each passage's pairs of neighbouring characters.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION tracker_grams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS
                $$ SELECT coalesce(array_agg(DISTINCT substr(words, i, 2)), '{}') FROM generate_series(1, length(words) - 1) AS i $$;
                """);
            migrationBuilder.Sql("""CREATE INDEX "IX_SearchEntries_Grams" ON "SearchEntries" USING gin (tracker_grams("Folded"));""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP INDEX "IX_SearchEntries_Grams";""");
            migrationBuilder.Sql("DROP FUNCTION tracker_grams;");

            migrationBuilder.DropTable(
                name: "SearchEntries");
        }
    }
}
