using MediatR;
using Tracker.Core.Domain;
using Tracker.Core.SecondReading;

namespace Tracker.App.SecondReading;

/// <summary>Asks the reader one made-up question, so that an administrator sees whether it answers and with what. No report's text is sent.</summary>
public static class CheckReader
{
    private const string Plan = "今年要开展河湖治理视察，举办委员培训班四期。";
    private const string Review = "一年来，举办委员培训班四期，培训委员二百人次。召开专题协商会三次。";

    public sealed record Query : IRequest<Result>;

    /// <param name="IsOn">False where the settings say nothing of a reader, or leave it off.</param>
    /// <param name="Model">As the server calls it.</param>
    /// <param name="Answer">Null where it could not be taken.</param>
    public sealed record Result(
        bool IsOn, string Endpoint, string? Model, bool UsesSchema, ReaderAnswer? Answer, AnswerRefusal? Refusal, string Content, Usage? Used, decimal Cost, string Currency, TimeSpan Took, string? Embeddings);

    public sealed class Handler(ChatServer server, Embeddings embeddings, AnswerForm form, ReaderBudget budget, ReaderSettings settings, TimeProvider time) : IRequestHandler<Query, Result>
    {
        /// <exception cref="ReaderServerException">The server gave no answer.</exception>
        /// <exception cref="UnusableInputException"><c>reader-budget</c>: the budget is spent.</exception>
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!settings.Enabled) return new Result(false, "", null, false, null, null, "", null, 0, settings.Currency, TimeSpan.Zero, null);
            var task = Task();
            var prompt = ReadingPrompt.Of(task);
            var most = settings.Price.Most(prompt, settings.AnswerTokens);
            var began = time.GetTimestamp();
            var reply = await AskAsync(prompt, most, cancellationToken);
            var took = time.GetElapsedTime(began);
            var (answer, refusal) = reply.Refusal is { } declined ? (null, declined) : AnswerReader.Read(reply.Content, task);
            var vectors = settings.HasEmbeddings ? (await embeddings.AskAsync([Plan, Review], "check", cancellationToken))[0].Length / sizeof(float) : 0;
            return new Result(
                true, settings.Endpoint, reply.Model, form.UsesSchema, answer, refusal, DataFence.Neutral(reply.Content), reply.Used,
                settings.Price.Of(reply.Used?.Prompt ?? most.Prompt, reply.Used?.Answer ?? most.Answer) / ReaderPrice.Micros, settings.Currency, took,
                settings.HasEmbeddings ? FormattableString.Invariant($"{settings.EmbeddingsModel} at {settings.EmbeddingsEndpoint}: vectors of {vectors} numbers") : null);
        }

        /// <summary>Once, and again in another form for each part of the form that the server does not know.</summary>
        private async Task<ChatServer.Reply> AskAsync(ReadingPrompt prompt, Usage most, CancellationToken cancellation)
        {
            for (var left = Enum.GetValues<FormPart>().Length; ; left--)
            {
                var reserve = await budget.SetAsideAsync("check-" + Guid.NewGuid().ToString("N"), most, cancellation) ?? throw new UnusableInputException("reader-budget", ReaderBudget.Spent);
                try
                {
                    var reply = await server.AskAsync(prompt, most, cancellation);
                    await budget.SettleAsync(reserve, reply.Used ?? most, ReaderBudget.NoRefusals, CancellationToken.None);
                    return reply;
                }
                catch (ReaderServerException trouble)
                {
                    await budget.SettleAsync(reserve, trouble.Used ?? Usage.Nothing, ReaderBudget.NoRefusals, CancellationToken.None);
                    if (left == 0 || trouble.Part is not { } part || !form.Refused(part)) throw;
                }
            }
        }

        private static ReadingTask Task()
        {
            var commitment = new TextSpan(Plan.IndexOf("举办", StringComparison.Ordinal), Plan.Length - 1);
            var end = Review.IndexOf('。') + 1;
            return ReadingTask.Of(Plan, Review, commitment, new TextSpan(0, Plan.Length), ["主要任务"], [], [new TextSpan(0, end), new TextSpan(end, Review.Length)], []);
        }
    }
}
