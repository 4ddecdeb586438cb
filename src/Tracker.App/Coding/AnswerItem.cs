using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.App.Reports;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Coding;

/// <summary>盲评作答: one auditor's judgement of one commitment of a sample. It decides nothing by itself.</summary>
public static class AnswerItem
{
    /// <param name="IsCommitment">False where the auditor holds it to be none; then only the reason matters.</param>
    /// <param name="Candidates">Places among the passages that were offered, from 0.</param>
    /// <param name="Passage">Another passage of the review, by its words; null for none.</param>
    public sealed record Command(
        string SampleId, int Position, bool IsCommitment, CommitmentStatus? Status = null, Specificity? Specificity = null,
        IReadOnlyList<int>? Candidates = null, PassageChoice? Passage = null, string Reason = "") : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such sample or item.</summary>
    /// <param name="IsRevealed">Whether this was the last answer: from now on all are shown.</param>
    public sealed record Result(bool IsRevealed);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Status).NotNull().When(c => c.IsCommitment).WithMessage("请选择落实状态。");
            RuleFor(c => c.Status).IsInEnum();
            RuleFor(c => c.Specificity).IsInEnum();
            RuleFor(c => c.Reason).IsReason();
        }
    }

    public sealed class Handler(TrackerDbContext db, AuditLog log, Actor actor, TimeProvider time) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var sample = await db.Samples.Include(s => s.Items).Include(s => s.Answers).FirstOrDefaultAsync(s => s.Id == command.SampleId, cancellationToken);
            var item = sample?.Items.Find(i => i.Position == command.Position);
            if (sample is null || item is null) return null;
            var before = Check(sample, command);

            var now = time.GetUtcNow();
            var isJudged = command.IsCommitment;
            var answer = new CodingAnswer
            {
                Id = Guid.CreateVersion7(now).ToString("N"),
                SampleId = sample.Id,
                Position = item.Position,
                Coder = actor.Name,
                Revision = (before?.Revision ?? 0) + 1,
                At = now,
                IsCommitment = isJudged,
                Status = isJudged ? command.Status : null,
                Specificity = isJudged && sample.AsksSpecificity ? command.Specificity : null,
                Evidence = isJudged ? await EvidenceAsync(command, item, cancellationToken) : [],
                Reason = command.Reason.Trim(),
            };
            sample.Answers.Add(answer);
            await log.AppendAsync(
                AuditKinds.Coding, sample.Id, new { action = "answer", item = item.Position + 1, answer.Revision, digest = AnswerDigest.Of(answer) }, cancellationToken);
            if (sample.Items.TrueForAll(i => sample.AnswerOf(sample.FirstCoder, i.Position) is not null && sample.AnswerOf(sample.SecondCoder, i.Position) is not null))
            {
                sample.RevealedAt = now;
                await log.AppendAsync(AuditKinds.Coding, sample.Id, new { action = "reveal", answered = sample.Items.Count }, cancellationToken);
            }

            return new Result(sample.RevealedAt is not null);
        }

        /// <returns>The answer that this one replaces; null where it is the first.</returns>
        private CodingAnswer? Check(CodingSample sample, Command command)
        {
            if (!sample.IsCoder(actor.Name)) throw PassageChoice.Wrong("sample", "只有这个样本指定的两位评定人可以作答。");
            if (sample.RevealedAt is not null) throw PassageChoice.Wrong("sample", "作答已经结束，答案不再更改。");
            if (sample.AsksSpecificity && command is { IsCommitment: true, Specificity: null }) throw PassageChoice.Wrong("specificity", "请选择具体程度。");
            var before = sample.AnswerOf(actor.Name, command.Position);
            var other = sample.AnswerOf(actor.Name == sample.FirstCoder ? sample.SecondCoder : sample.FirstCoder, command.Position);
            if (before is not null && other is not null) throw PassageChoice.Wrong("answer", "两位评定人都已答过这一条，答案不再更改。");
            return before;
        }

        private async Task<IReadOnlyList<TextSpan>> EvidenceAsync(Command command, CodingItem item, CancellationToken cancellation)
        {
            var spans = new List<TextSpan>();
            foreach (var place in command.Candidates ?? [])
                spans.Add(place >= 0 && place < item.Candidates.Count ? item.Candidates[place] : throw PassageChoice.Wrong("match", "没有这一处候选。"));
            if (command.Passage is { } passage) spans.Add(await OtherAsync(passage, item, cancellation));
            if (spans.Count == 0 && command.Status is CommitmentStatus.Fulfilled or CommitmentStatus.Partial)
                throw PassageChoice.Wrong("evidence", "认定已落实或部分落实，请至少标记一处佐证。");
            return [.. spans.Distinct().Order()];
        }

        private async Task<TextSpan> OtherAsync(PassageChoice passage, CodingItem item, CancellationToken cancellation)
        {
            var texts = await SampleTexts.LoadAsync(db, item, cancellation);
            return passage.Resolve(texts.Review!, texts.ReviewSource!, "match");
        }
    }
}
