using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Digest;

/// <summary>Programs that write and send digests, killed wherever they are: before, while and after a mail is handed over.</summary>
[Collection(MailDatabases.Name)]
public sealed class KilledSenderSpecs(Databases databases)
{
    private const int Kills = 20;
    private const int Readers = 400;
    private const int LeaseSeconds = 2;

    /// <summary>Over by any clock: the programs have their own.</summary>
    private const string PastWeek = "2024-W03";

    [MailFact]
    public async Task Every_reader_has_a_digest_at_most_once_and_exactly_once_where_the_answer_was_recorded()
    {
        using var server = MailServer.Start("--delay", "0.1");
        var database = await databases.CreateAsync(DatabaseProvider.Sqlite);
        await using var program = new DigestProgram(database);
        await program.HappenAsync(at: new DateTimeOffset(2024, 1, 17, 0, 0, 0, TimeSpan.Zero));
        await program.DoAsync(db =>
        {
            for (var i = 0; i < Readers; i++)
            {
                var reader = DigestProgram.NewReader(string.Create(CultureInfo.InvariantCulture, $"reader{i}@d{i % 7}.example"));
                reader.Subscriptions.Add(DigestProgram.NewSubscription(reader, SubscriptionScope.Everything));
                db.Readers.Add(reader);
            }

            return Task.FromResult(true);
        });

        var random = new Random(20261123);
        var killed = 0;
        for (var attempt = 0; killed < Kills && attempt < 3 * Kills; attempt++)
        {
            using var sender = Start(database.DataDirectory, server.Port);

            // Half of them at any time from their start, half once they began to write or send.
            await (attempt % 2 == 0 ? Task.Delay(random.Next(300, 1500)) : BeganAsync(sender, database, random.Next(0, 400)));
            if (sender.HasExited)
            {
                sender.ExitCode.ShouldBe(0);
                break;
            }

            sender.Kill();
            await sender.WaitForExitAsync();
            killed++;
        }

        killed.ShouldBe(Kills);
        // The first finishes what was left; the second has nothing to do, and does nothing.
        for (var round = 0; round < 2; round++)
        {
            // What the killed ones held is found out once their time is over.
            await Task.Delay(TimeSpan.FromSeconds(LeaseSeconds + 1));
            using var last = Start(database.DataDirectory, server.Port);
            await last.WaitForExitAsync();
            last.ExitCode.ShouldBe(0);
        }

        var mails = await program.MailsAsync();
        mails.Count.ShouldBe(Readers);
        mails.Select(mail => mail.ReaderId).ShouldBeUnique();
        mails.ShouldAllBe(mail => mail.State == MailState.Sent || mail.State == MailState.Unknown);
        var received = server.Mails.GroupBy(mail => mail.Header("Message-ID"), StringComparer.Ordinal).ToDictionary(mail => mail.Key, mail => mail.Count(), StringComparer.Ordinal);
        received.Values.ShouldAllBe(count => count == 1, "a mail was delivered twice");
        mails.Where(mail => mail.State == MailState.Sent).ShouldAllBe(mail => received.ContainsKey(mail.MessageId));
        server.Mails.Select(mail => mail.To.Single()).ShouldBeUnique();

        // The log names each that nobody can know about, and nothing else is unknown.
        var unknown = mails.Where(mail => mail.State == MailState.Unknown).Select(mail => mail.Id).Order(StringComparer.Ordinal).ToList();
        var logged = await program.DoAsync(db => db.AuditLog.Where(entry => entry.Kind == "mail" && entry.Detail.Contains("\"unknown\"") && entry.Subject != "outbox").Select(entry => entry.Subject).ToListAsync());
        logged.Order(StringComparer.Ordinal).ShouldBe(unknown);
        unknown.ShouldNotBeEmpty("no program was killed while it handed a mail over: the test shows nothing");
    }

    /// <summary>Waits until the program did something, and a little longer.</summary>
    private static async Task BeganAsync(Process sender, DatabaseSettings database, int more)
    {
        var before = await MovedAsync(database);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!sender.HasExited && await MovedAsync(database) == before) await Task.Delay(10, limit.Token);
        await Task.Delay(more);
    }

    private static async Task<(int, int)> MovedAsync(DatabaseSettings database)
    {
        await using var db = database.Open();
        return (await db.Outbox.CountAsync(), await db.Outbox.CountAsync(mail => mail.State == MailState.Sent));
    }

    private static Process Start(string data, int port)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tracker.dll"), "digest", "send", "--week", PastWeek, "--data", data])
        {
            Environment =
            {
                ["Tracker__Mail__Host"] = "localhost", ["Tracker__Mail__Port"] = port.ToString(CultureInfo.InvariantCulture), ["Tracker__Mail__UseTls"] = "false",
                ["Tracker__Mail__LeaseSeconds"] = LeaseSeconds.ToString(CultureInfo.InvariantCulture), ["Tracker__Mail__PerMinute"] = "100000", ["DOTNET_TieredPGO"] = "0",
            },
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }
}
