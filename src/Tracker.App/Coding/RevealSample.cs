using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Coding;

/// <summary>提前结束作答: for a sample that will not be finished. What both have answered counts; no more answers are taken.</summary>
public static class RevealSample
{
    public sealed record Command(string SampleId) : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such sample.</summary>
    public sealed record Result(int Answered);

    public sealed class Handler(TrackerDbContext db, AuditLog log, Actor actor, TimeProvider time) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var sample = await db.Samples.Include(s => s.Items).Include(s => s.Answers).FirstOrDefaultAsync(s => s.Id == command.SampleId, cancellationToken);
            if (sample is null) return null;
            if (sample.RevealedAt is not null) throw PassageChoice.Wrong("sample", "作答已经结束。");
            if (!await MayAsync(sample, cancellationToken)) throw PassageChoice.Wrong("sample", "只有抽取样本的人或管理员可以提前结束作答。");
            sample.RevealedAt = time.GetUtcNow();
            var answered = sample.Items.Count(i => sample.AnswerOf(sample.FirstCoder, i.Position) is not null && sample.AnswerOf(sample.SecondCoder, i.Position) is not null);
            await log.AppendAsync(AuditKinds.Coding, sample.Id, new { action = "reveal", answered, early = true }, cancellationToken);
            return new Result(answered);
        }

        private async Task<bool> MayAsync(CodingSample sample, CancellationToken cancellation) =>
            sample.CreatedBy == actor.Name || await db.Users.AnyAsync(user => user.UserName == actor.Name && user.Role == UserRole.Admin, cancellation);
    }
}
