using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Accounts;
using Tracker.App.Coding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Coding;

/// <summary>The small pair with accounts: two auditors who code it, and an administrator who draws and adjudicates.</summary>
internal sealed class CodingProgram(DecisionProgram program) : IAsyncDisposable
{
    public const string First = "first@example.org";
    public const string Second = "second@example.org";
    public const string Admin = "admin@example.org";
    public const string Viewer = "viewer@example.org";

    public DecisionProgram Program => program;

    public static async Task<CodingProgram> StartAsync(Databases databases, DatabaseProvider provider)
    {
        var program = await DecisionProgram.StartAsync(databases, provider);
        foreach (var (name, role) in new[] { (First, UserRole.Auditor), (Second, UserRole.Auditor), (Admin, UserRole.Admin), (Viewer, UserRole.Viewer) })
            await program.SendAsync(new AddUser.Command(name, role, AccountProgram.Password));
        return new CodingProgram(program);
    }

    public async Task<CodingSample> DrawAsync(int size = 3, int? seed = 5, bool asksSpecificity = false)
    {
        var drawn = await program.SendAsync(new DrawSample.Command(size, First, Second, seed, AsksSpecificity: asksSpecificity), Admin);
        return await SampleAsync(drawn.SampleId);
    }

    public Task<CodingSample> SampleAsync(string id) => program.ReadAsync(db => db.Samples.AsNoTracking().Include(s => s.Items).Include(s => s.Answers).SingleAsync(s => s.Id == id));

    public Task<AnswerItem.Result?> AnswerAsync(CodingSample sample, string coder, int position, CommitmentStatus? status, string reason = "", Specificity? specificity = null) =>
        program.SendAsync(
            new AnswerItem.Command(
                sample.Id, position, status is not null, status, specificity, status is CommitmentStatus.Fulfilled or CommitmentStatus.Partial ? [0] : [], Reason: reason),
            coder);

    /// <summary>Both judge every item alike, but for the first, which one holds fulfilled and the other silence.</summary>
    public async Task AnswerAllAsync(CodingSample sample)
    {
        foreach (var coder in new[] { First, Second })
            for (var position = 0; position < sample.Items.Count; position++)
                await AnswerAsync(sample, coder, position, position == 0 && coder == Second ? CommitmentStatus.None : CommitmentStatus.Fulfilled, $"{coder}的理由");
    }

    public async Task<string> RefusalAsync<T>(IRequest<T> request, string actor) =>
        (await Should.ThrowAsync<ValidationException>(() => program.SendAsync(request, actor))).Errors.First().ErrorMessage;

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
