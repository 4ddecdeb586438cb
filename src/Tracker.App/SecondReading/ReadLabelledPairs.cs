using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
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
            RuleForEach(command => command.Judged).Must(pair => settings.Covers(pair.Labels.Body)).When(_ => settings.Enabled)
                .WithMessage((_, pair) => $"The texts of {pair.Labels.Body} may not be sent: add the name to Tracker__Reader__Bodies.");
        }
    }

    public sealed class Handler(TrackerDbContext db, ReadingWork work, KnownCases known, ReaderSettings settings) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var runId = "labels-" + Guid.NewGuid().ToString("N");
            var pairs = new List<ReaderMeasurement.ReadPair>();
            var outcomes = new List<ReaderDesk.Outcome>();
            foreach (var judged in command.Judged)
            {
                var questions = judged.Result.Verdicts.Where(verdict => verdict.Candidates.Count > 0 && Evaluation.IsAnnotated(judged.Labels, verdict.Commitment.Span))
                    .Select(verdict => (verdict.Commitment.Id, ReadingTask.Of(judged.Result.Plan, judged.Result.Review, verdict))).ToList();
                var read = await work.AskAsync(questions, runId, cancellationToken);
                outcomes.AddRange(read.Values);
                var pair = new ReaderMeasurement.ReadPair(judged, read.Where(item => item.Value.Answer is not null).ToDictionary(item => item.Key, item => item.Value.Answer!, StringComparer.Ordinal));
                pairs.Add(pair);
                if (command.Keep) await KeepAsync(pair, cancellationToken);
            }

            var names = pairs.Select(pair => pair.Judged.Labels.Body).ToHashSet(StringComparer.Ordinal);
            var others = (await known.AllAsync(cancellationToken)).Where(item => command.Keep || !names.Contains(item.Body)).ToList();
            int Count(ReadingStep step) => outcomes.Count(outcome => outcome.Step == step);
            return new Result(
                pairs, others, Count(ReadingStep.Answered), Count(ReadingStep.Known), outcomes.Count(outcome => outcome.Answer is null),
                outcomes.Select(outcome => outcome.Error).LastOrDefault(error => error is not null));
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
