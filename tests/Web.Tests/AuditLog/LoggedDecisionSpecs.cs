using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.AuditLog;

/// <summary>The log vouches for the decisions too: whoever has the database in hand cannot change one unseen.</summary>
[Collection(nameof(Databases))]
public sealed class LoggedDecisionSpecs(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_decision_that_was_altered_removed_or_slipped_in_is_found(DatabaseProvider provider)
    {
        await using var program = await DecisionProgram.StartAsync(databases, provider);
        var row = await program.CommitmentAsync("委员之家");
        var kept = (await program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, "核对过", CommitmentStatus.Partial)))!.DecisionId;
        var other = (await program.SendAsync(new Decide.Command(row.Id, DecisionKind.Confirm, "“原文”<b>")))!.DecisionId;
        (await VerifyAsync(program)).Holds.ShouldBeTrue();

        await TamperAsync(program, provider, $"""UPDATE "Decisions" SET "Reason" = '' WHERE "Id" = '{kept}' """);
        (await VerifyAsync(program)).ShouldSatisfyAllConditions(result => result.FirstBroken.ShouldBeNull(), result => result.Unmatched.ShouldBe(kept));

        await TamperAsync(program, provider, $"""UPDATE "Decisions" SET "Reason" = '核对过' WHERE "Id" = '{kept}' """, $"""DELETE FROM "DecisionPlacements" WHERE "DecisionId" = '{other}' """, $"""DELETE FROM "Decisions" WHERE "Id" = '{other}' """);
        (await VerifyAsync(program)).Unmatched.ShouldBe(other);

        await TamperAsync(program, provider, $"""UPDATE "Decisions" SET "Id" = '{other}' WHERE "Id" = '{kept}' """);
        (await VerifyAsync(program)).Unmatched.ShouldBe(other);
    }

    private static Task<VerifyLog.Result> VerifyAsync(DecisionProgram program) => program.SendAsync(new VerifyLog.Query());

    private static Task TamperAsync(DecisionProgram program, DatabaseProvider provider, params string[] statements) => program.ReadAsync(async db =>
    {
        string[] removals = provider == DatabaseProvider.Sqlite
            ? ["""DROP TRIGGER IF EXISTS "Decisions_refuse_update" """, """DROP TRIGGER IF EXISTS "Decisions_refuse_delete" """, "PRAGMA foreign_keys = OFF"]
            : ["""DROP TRIGGER IF EXISTS "Decisions_refuse_change" ON "Decisions" """, """ALTER TABLE "DecisionPlacements" DROP CONSTRAINT IF EXISTS "FK_DecisionPlacements_Decisions_DecisionId" """];
        await db.Database.OpenConnectionAsync();
        foreach (var statement in removals.Concat(statements)) await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        return true;
    });
}
