using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Migrations.Sqlite.Migrations
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", nullable: false),
                    PairId = table.Column<string>(type: "TEXT", nullable: true),
                    BodyId = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Specificity = table.Column<string>(type: "TEXT", nullable: true),
                    SpanStart = table.Column<int>(type: "INTEGER", nullable: false),
                    SpanEnd = table.Column<int>(type: "INTEGER", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false)
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

            // The words' own index: each passage's pairs of characters, spelt by the program's function, which it gives to every connection.
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE "SearchGrams" USING fts5("Grams", content='', columnsize=0, detail=none);""");
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "SearchEntries_index_insert" AFTER INSERT ON "SearchEntries"
                BEGIN INSERT INTO "SearchGrams" (rowid, "Grams") VALUES (NEW."Id", tracker_grams(NEW."Folded")); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "SearchEntries_index_delete" AFTER DELETE ON "SearchEntries"
                BEGIN INSERT INTO "SearchGrams" ("SearchGrams", rowid, "Grams") VALUES ('delete', OLD."Id", tracker_grams(OLD."Folded")); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "SearchEntries_index_update" AFTER UPDATE OF "Id", "Folded" ON "SearchEntries"
                BEGIN
                    INSERT INTO "SearchGrams" ("SearchGrams", rowid, "Grams") VALUES ('delete', OLD."Id", tracker_grams(OLD."Folded"));
                    INSERT INTO "SearchGrams" (rowid, "Grams") VALUES (NEW."Id", tracker_grams(NEW."Folded"));
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "SearchGrams";""");

            migrationBuilder.DropTable(
                name: "SearchEntries");
        }
    }
}
