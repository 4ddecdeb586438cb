using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tracker.App.SecondReading;

/// <summary>Speaks HTTP with one OpenAI-compatible server. Made on the first question: where none is asked there is no client.</summary>
public sealed class ReaderConnection : IDisposable
{
    /// <summary>An answer is a few hundred characters, a list of vectors some megabytes.</summary>
    private const int LargestAnswer = 32 * 1024 * 1024;

    private readonly HttpClient client;
    private readonly Uri root;

    /// <param name="endpoint">Up to and with /v1.</param>
    /// <param name="key">Empty where none is wanted.</param>
    public ReaderConnection(string endpoint, string key, TimeSpan timeout)
    {
        root = new Uri(endpoint.TrimEnd('/') + "/");

        // A server that sends the program elsewhere would take report texts and the key along.
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) < timeout ? TimeSpan.FromSeconds(10) : timeout })
        {
            Timeout = timeout, MaxResponseContentBufferSize = LargestAnswer,
        };
        if (key.Length > 0) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <exception cref="ReaderServerException">There is no answer, or it is no JSON.</exception>
    public async Task<JsonNode> PostAsync(string path, JsonNode question, Usage most, CancellationToken cancellation)
    {
        using var content = new StringContent(question.ToJsonString(), Encoding.UTF8, "application/json");
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(root, path)) { Content = content };
        return await SendAsync(message, most, cancellation);
    }

    private async Task<JsonNode> SendAsync(HttpRequestMessage message, Usage most, CancellationToken cancellation)
    {
        HttpResponseMessage answer;
        string text;
        try
        {
            // With the body: where that ends too early it is as if nothing had come.
            answer = await client.SendAsync(message, HttpCompletionOption.ResponseContentRead, cancellation);
            text = await answer.Content.ReadAsStringAsync(cancellation);
        }
        catch (OperationCanceledException cause) when (!cancellation.IsCancellationRequested)
        {
            throw new ReaderServerException(ServerTrouble.TimedOut, $"The reader gave no answer within {client.Timeout.TotalSeconds:0.#} s.", used: most, cause: cause);
        }
        catch (HttpRequestException cause)
        {
            throw cause.HttpRequestError switch
            {
                HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError =>
                    new ReaderServerException(ServerTrouble.Unreachable, $"The reader at {root} cannot be reached: {cause.Message}", cause: cause),
                HttpRequestError.ConfigurationLimitExceeded =>
                    new ReaderServerException(ServerTrouble.Garbled, $"The reader's server sent more than {LargestAnswer / 1024 / 1024} MB: that is no answer.", used: most, cause: cause),
                _ => new ReaderServerException(ServerTrouble.CutOff, $"The reader's answer ended in the middle: {cause.Message}", used: most, cause: cause),
            };
        }

        using (answer)
        {
            if (!answer.IsSuccessStatusCode) throw Refusal(answer, text);
            try
            {
                return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 32 }) ?? throw new JsonException("null");
            }
            catch (JsonException cause)
            {
                throw new ReaderServerException(ServerTrouble.Garbled, "The reader's server answered with something that is no JSON.", used: most, cause: cause);
            }
        }
    }

    private ReaderServerException Refusal(HttpResponseMessage answer, string text)
    {
        var code = (int)answer.StatusCode;
        var said = $"The reader's server answered {code}: {Short(text)}";
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new(ServerTrouble.Busy, said, RetryAfter(answer)),
            _ when code >= 500 => new(ServerTrouble.Failed, said, RetryAfter(answer)),
            HttpStatusCode.RequestTimeout => new(ServerTrouble.TimedOut, said, RetryAfter(answer)),
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity when AnswerForm.PartOf(text) is { } part => new(ServerTrouble.UnknownForm, said, part: part),
            _ => new(ServerTrouble.Refused, said),
        };
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter is not { } header ? null : header.Delta ?? (header.Date is { } date && answer.Headers.Date is { } now ? date - now : null);

    private static string Short(string text)
    {
        var line = Core.SecondReading.DataFence.Neutral(text);
        return line.Length > 200 ? line[..200] + "…" : line;
    }

    public void Dispose() => client.Dispose();
}
