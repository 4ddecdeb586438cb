using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Mail;
using Tracker.App.Robots;
using Tracker.App.Subscriptions;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Data.Storage;
using Tracker.Web.Tests.App;

namespace Tracker.Web.Tests.Digest;

/// <summary>A week in which something happened, readers who asked for it, and the program that tells them.</summary>
internal sealed class DigestProgram : IAsyncDisposable
{
    public const string Week = "2026-W47";
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private readonly DatabaseSettings _database;
    private readonly ServiceProvider _services;

    /// <param name="robotPatience">How long a robot may take to answer; null for as long as a busy machine needs.</param>
    public DigestProgram(DatabaseSettings database, MailSettings? mail = null, TimeSpan? robotPatience = null)
    {
        _database = database;
        Mail = mail ?? Settings(database);
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(Mail).AddSingleton(new RobotSettings(AllowsLoopback: true, robotPatience ?? TimeSpan.FromMinutes(1))).AddTrackerData(database).AddTrackerApp().BuildServiceProvider(validateScopes: true);
    }

    public Clock Clock { get; } = new(Monday);

    public MailSettings Mail { get; }

    /// <param name="port">Of a server on this machine; null for the pickup folder.</param>
    public static MailSettings Settings(DatabaseSettings database, int? port = null, string? certificate = null, string user = "", string password = "", int timeout = 20) => new(
        port is null ? null : "localhost", port ?? 25, user, password, "tracker@tracker.example", UseTls: certificate is not null, certificate,
        Path.Combine(database.DataDirectory, "mail"), "https://tracker.example", PerMinute: 60_000, TimeSpan.FromSeconds(timeout), TimeSpan.FromMinutes(10));

    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<T> DoAsync<T>(Func<TrackerDbContext, Task<T>> action)
    {
        await using var db = _database.Open();
        var result = await action(db);
        await db.SaveChangesAsync();
        return result;
    }

    public Task<List<OutboxMail>> MailsAsync() => DoAsync(db => db.Outbox.Include(mail => mail.Reader).Include(mail => mail.Content).AsNoTracking().OrderBy(mail => mail.Id).ToListAsync());

    /// <summary>A reader with one subscription, confirmed.</summary>
    public async Task<Reader> ReaderAsync(
        string address, SubscriptionScope scope = SubscriptionScope.Everything, string value = "", DigestFrequency frequency = DigestFrequency.Weekly,
        ReaderState state = ReaderState.Confirmed, DigestLanguage language = DigestLanguage.Chinese)
    {
        var reader = NewReader(address, state, language);
        reader.Subscriptions.Add(NewSubscription(reader, scope, value, frequency));
        return await DoAsync(db => Task.FromResult(db.Readers.Add(reader).Entity));
    }

    public static Reader NewReader(string address, ReaderState state = ReaderState.Confirmed, DigestLanguage language = DigestLanguage.Chinese) => new()
    {
        Id = Guid.NewGuid().ToString("N"), Address = address, AddressKey = Reader.KeyOf(address), State = state, Language = language,
        LinkSecret = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)), CreatedAt = Monday,
    };

    public static Subscription NewSubscription(Reader reader, SubscriptionScope scope, string value = "", DigestFrequency frequency = DigestFrequency.Weekly) => new()
    {
        Id = Guid.NewGuid().ToString("N"), ReaderId = reader.Id, Scope = scope, Value = value, Frequency = frequency, CreatedAt = Monday, ConfirmedAt = Monday,
    };

    public async Task SwitchAsync(DigestOffer offer, bool isOn = true) => await SendAsync(new SetDigestSwitch.Command(offer, isOn));

    /// <summary>Two bodies: one whose report came and some of whose verdicts changed, one with a new plan.</summary>
    public Task<bool> HappenAsync(string? evil = null, DateTimeOffset? at = null) => DoAsync(db =>
    {
        Pair("taiyuan-cppcc", evil is null ? "太原市政协" : "太原" + evil, "山西省太原市", 2025, PairState.Scored);
        Pair("jinzhong-cppcc", "晋中市政协", "山西省晋中市", 2026, PairState.Awaiting);
        Changed("taiyuan-cppcc-2025", "1", "建成市政协委员之家 20 个" + evil, Specificity.Named, CommitmentStatus.Fulfilled, CommitmentStatus.None, ChangeCause.NewText, 0.91);
        Changed("taiyuan-cppcc-2025", "2", "开展“‘晋阳湖’保护”专题协商", Specificity.Named, CommitmentStatus.None, CommitmentStatus.Fulfilled, ChangeCause.NewMethod, 0.8, "围绕晋阳湖保护召开专题协商会" + evil);
        Changed("taiyuan-cppcc-2025", "3", "立案督办提案 600 件以上", Specificity.Named, CommitmentStatus.Fulfilled, CommitmentStatus.Contradicted, ChangeCause.Human, null, "全年立案 517 件，未达到年初目标");
        Changed("taiyuan-cppcc-2025", "4", "围绕文旅融合发展开展调研", Specificity.Specific, null, CommitmentStatus.None, ChangeCause.NewText, 0.7);
        Changed("taiyuan-cppcc-2025", "5", "提高政治站位", Specificity.General, null, CommitmentStatus.Fulfilled, ChangeCause.NewText, 0.6);
        Changed("taiyuan-cppcc-2025", "6", "加强文史资料征集，编辑出版《晋阳古城记忆》，并办好配套的图片展览和口述史讲座，让更多市民了解晋阳古城两千五百年的建城史", Specificity.Specific, null, CommitmentStatus.Partial, ChangeCause.NewText, 0.75);
        for (var i = 1; i <= 3; i++) Changed("jinzhong-cppcc-2026", $"{i}", $"开展第 {i} 次视察", Specificity.Specific, null, null, ChangeCause.NewText, null);
        return Task.FromResult(true);

        void Pair(string body, string name, string region, int year, PairState state)
        {
            db.Bodies.Add(new Body { Id = body, Name = name, Kind = "cppcc", Region = region });
            db.Pairs.Add(new StoredPair { Id = $"{body}-{year}", BodyId = body, Year = year, State = state });
        }

        void Changed(string pair, string id, string quote, Specificity specificity, CommitmentStatus? from, CommitmentStatus? to, ChangeCause cause, double? certainty, string evidence = "")
        {
            db.Commitments.Add(new StoredCommitment
            {
                Id = $"{pair}.{id}", PairId = pair, Quote = quote, Specificity = specificity, Status = to, MachineStatus = to, Confidence = certainty, SearchText = SearchText.Fold(quote),
                IsDecided = cause == ChangeCause.Human, Evidence = evidence.Length == 0 ? [] : [new Evidence(new TextSpan(0, 1), evidence, "", EvidenceRelation.Direct, 0.9)],
            });
            db.StatusChanges.Add(new StatusChange
            {
                CommitmentId = $"{pair}.{id}", PairId = pair, RunId = cause == ChangeCause.Human ? null : "run", At = at ?? Monday.AddDays(-3), Kind = from is null && to is null ? ChangeKind.New : ChangeKind.Flipped,
                From = from, To = to, Cause = cause, MethodVersion = "test", Quote = quote,
            });
        }
    });

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
