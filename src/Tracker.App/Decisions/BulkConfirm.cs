using FluentValidation;
using MediatR;
using Tracker.App.Behaviours;
using Tracker.App.Reports;
using Tracker.Core.Deciding;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>Accepts what the method says of the commitments that a person had in view, and of no others: all of them or none.</summary>
public static class BulkConfirm
{
    public const int Most = 50;

    public sealed record Command(IReadOnlyList<Seen> Items, string Reason = "") : IRequest<Result>, ITransactional;

    /// <param name="Version">Of what was seen, see <see cref="RowVersion"/>.</param>
    public sealed record Seen(string CommitmentId, string Version);

    public sealed record Result(IReadOnlyList<string> DecisionIds);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Items).NotEmpty().WithMessage("没有选中任何一条。");
            RuleFor(c => c.Items).Must(items => items.Count <= Most).WithMessage($"一次最多接受 {Most} 条。");
            RuleFor(c => c.Reason).IsReason();
        }
    }

    public sealed class Handler(DecisionDesk desk, TimeProvider time) : IRequestHandler<Command, Result>
    {
        /// <exception cref="ValidationException">One of them changed since it was seen, or has no status to accept.</exception>
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var rows = new List<StoredCommitment>();
            foreach (var seen in command.Items.DistinctBy(item => item.CommitmentId, StringComparer.Ordinal))
            {
                var row = await desk.FindAsync(seen.CommitmentId, cancellationToken);
                if (row is null || RowVersion.Of(row) != seen.Version) throw PassageChoice.Wrong("version", "列表在您查看之后有了变化，没有接受任何一条，请核对后再试。");
                if (row.MachineStatus is null) throw PassageChoice.Wrong("status", "其中有尚无判断可接受的承诺事项。");
                rows.Add(row);
            }

            var batch = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
            var ids = new List<string>();
            foreach (var row in rows) ids.Add(await AcceptAsync(row, batch, command.Reason, cancellationToken));
            foreach (var pair in rows.Select(row => row.Pair).Distinct()) await desk.SumUpAsync(pair, cancellationToken);
            return new Result(ids);
        }

        private async Task<string> AcceptAsync(StoredCommitment row, string batch, string reason, CancellationToken cancellation)
        {
            var texts = await desk.TextsAsync(row.Pair, cancellation);
            var passage = row.Evidence.Count > 0 ? row.Evidence[0].Span : (Core.Domain.TextSpan?)null;
            var decision = desk.Draft(row, DecisionKind.SetStatus, texts.Plan!.Anchor(row.Span), new DecisionDraft(
                reason, row.MachineStatus, passage is { } span ? texts.Review!.Anchor(span) : null, BatchId: batch));
            await desk.AppendLocalAsync(row, decision, passage, cancellation, sumUp: false);
            return decision.Id;
        }
    }
}
