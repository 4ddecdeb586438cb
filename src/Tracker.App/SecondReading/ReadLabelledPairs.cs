using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Core.SecondReading;
using Tracker.Core.Training;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>Puts the commitments of labelled pairs to the reader and keeps what it is worth, to calibrate by. Answers are kept like any others: asking again costs nothing.</summary>
public static class ReadLabelledPairs
{
    /// <param name="Judged">By weights that were fitted without their body.</param>
    /// <param name="Keep">Whether the answers are to calibrate by from now on.</param>
    public sealed record Command(IReadOnlyList<JudgedPair> Judged, bool Keep) : IRequest<Result>;

    /// <param name="Known">What calibration rests on, these pairs included.</param>
    public sealed record Result(IReadOnlyList<ReaderMeasurement.ReadPair> Pairs, IReadOnlyList<RatedCase> Known, int Asked, int Stored, int Without, string? Error);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(ReaderSettings settings)
        {
            RuleFor(command => command.Judged).Must(_ => settings.Enabled).WithMessage("No reader is set: see README, A second reader.");
            RuleForEach(command => command.Judged).Must(pair => settings.Covers(pair.Labels.Body, IdOf(pair))).When(_ => settings.Enabled)
                .WithMessage((_, pair) => $"The texts of {pair.Labels.Body} may not be sent: add {IdOf(pair)} to Tracker__Reader__Bodies.");
        }

        /// <summary>Label files are named like pairs: the body's id and the year.</summary>
        private static string IdOf(JudgedPair pair) => pair.Labels.Name[..Math.Max(0, pair.Labels.Name.LastIndexOf('-'))];
    }

    public sealed class Handler(TrackerDbContext db, ReadingWork work, PassageRanking ranking, Embeddings embeddings, KnownCases known, ReaderSettings settings) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var runId = "labels-" + Guid.NewGuid().ToString("N");
            var pairs = new List<ReaderMeasurement.ReadPair>();
            var outcomes = new List<ReaderDesk.Outcome>();
            string? error = null;
            foreach (var judged in command.Judged)
            {
                var (tasks, trouble) = await TasksAsync(judged, runId, cancellationToken);
                var read = await work.AskAsync([.. tasks.Select(task => (task.Key, task.Value))], runId, cancellationToken);
                outcomes.AddRange(read.Values);
                error = read.Values.Select(outcome => outcome.Error).LastOrDefault(said => said is not null) ?? trouble ?? error;
                var pair = new ReaderMeasurement.ReadPair(judged, read.Where(item => item.Value.Answer is not null)
                    .ToDictionary(item => item.Key, item => new ReaderMeasurement.GivenAnswer(tasks[item.Key], item.Value.Answer!), StringComparer.Ordinal));
                pairs.Add(pair);
                if (command.Keep) await KeepAsync(pair, cancellationToken);
            }

            var names = pairs.Select(pair => pair.Judged.Labels.Body).ToHashSet(StringComparer.Ordinal);
            var others = (await known.AllAsync(cancellationToken)).Where(item => command.Keep || !names.Contains(item.Body)).ToList();
            int Count(ReadingStep step) => outcomes.Count(outcome => outcome.Step == step);
            return new Result(
                pairs, others, Count(ReadingStep.Answered), Count(ReadingStep.Known), outcomes.Count(outcome => outcome.Answer is null), error);
        }

        /// <summary>The questions as a run would put them, with the same ranking of passages.</summary>
        private async Task<(Dictionary<string, ReadingTask> Tasks, string? Trouble)> TasksAsync(JudgedPair judged, string runId, CancellationToken cancellation)
        {
            var (plan, review) = (judged.Result.Plan, judged.Result.Review);
            var verdicts = judged.Result.Verdicts.Where(verdict => verdict.Candidates.Count > 0 && Evaluation.IsAnnotated(judged.Labels, verdict.Commitment.Span)).ToList();
            var trouble = await embeddings.CompleteAsync(
                [
                    .. verdicts.Select(verdict => verdict.Commitment.Quote), .. verdicts.SelectMany(verdict => verdict.Candidates.Select(candidate => candidate.Quote)),
                    .. review.Claims.Select(claim => claim.Quote),
                ],
                runId, cancellation);
            IReadOnlyList<TextSpan> claims = [.. review.Claims.Select(claim => claim.Span)];
            var tasks = new Dictionary<string, ReadingTask>(StringComparer.Ordinal);
            foreach (var verdict in verdicts)
            {
                var ranked = await ranking.OfAsync(verdict.Commitment.Quote, [.. verdict.Candidates.Select(candidate => candidate.Span)], claims, review.Source, cancellation);
                tasks[verdict.Commitment.Id] = ReadingTask.Of(plan, review, verdict, ranked);
            }

            return (tasks, trouble);
        }

        private Task<bool> KeepAsync(ReaderMeasurement.ReadPair pair, CancellationToken cancellation) => db.WriteAsync(
            async token =>
            {
                var name = pair.Judged.Labels.Name;
                db.RemoveRange(await db.ReaderCases.Where(old => old.Model == settings.Model && old.PromptVersion == ReadingPrompt.Version && old.Source == name).ToListAsync(token));
                await db.SaveChangesAsync(token);
                var place = 0;
                foreach (var item in ReaderMeasurement.CasesOf(pair))
                {
                    db.Add(new ReaderCase
                    {
                        Id = ReadingPrompt.HashOf($"{settings.Model}\n{ReadingPrompt.Version}\n{name}\n{place++}"), Model = settings.Model, PromptVersion = ReadingPrompt.Version,
                        Source = name, MethodVersion = MethodVersion.Current, Body = item.Body, Machine = item.Machine, Confidence = item.Confidence, Reader = item.Reader, Truth = item.Truth,
                    });
                }

                return true;
            },
            cancellation);
    }
}
