using System.Diagnostics;
using System.Globalization;
using Tracker.Core.Reading;

namespace Tracker.App.Documents.Programs;

/// <summary>
/// Runs a program on an untrusted document: without a shell, in a folder of its own, in an environment of five fixed variables, within bounds on
/// time, memory and output, and cut off from the network where the system permits it.
/// </summary>
internal sealed class ProgramRunner(DocumentSettings settings)
{
    private const int MostOutput = 96 * 1024 * 1024;
    private const int MostErrors = 4096;
    private static readonly Lazy<string[]> NoNetwork = new(WithoutNetwork);

    /// <summary>Whether programs run without any network here: needs root or unprivileged user namespaces, and the program <c>unshare</c>.</summary>
    public static bool CutsOffNetwork => NoNetwork.Value.Length > 0;

    /// <exception cref="UnreadableDocumentException">The program is missing, took too long or printed too much.</exception>
    public async Task<ProgramOutput> RunAsync(OutsideProgram program, IReadOnlyList<string> arguments, string folder, CancellationToken cancellation)
    {
        var path = OutsideProgram.Find(program.Name)
            ?? throw new UnreadableDocumentException(UnusableCodes.MissingProgram, $"这台机器上没有读取{program.Reads}的程序{program.Name}，请安装Debian软件包{program.Package}。");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.ProgramSeconds));
        using var process = Process.Start(Bounded([.. NoNetwork.Value, path, .. arguments], folder)) ?? throw new InvalidOperationException($"{path} did not start.");
        try
        {
            process.StandardInput.Close();
            var errors = DrainAsync(process.StandardError.BaseStream, MostErrors, patience.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ProgramOutput(process.ExitCode, output, System.Text.Encoding.UTF8.GetString(await errors));
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new UnreadableDocumentException(UnusableCodes.TooSlow, $"{program.Name}在{settings.ProgramSeconds}秒内没有读完，文件可能有问题，请换一份。", late);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Bounded(IReadOnlyList<string> command, string folder)
    {
        List<string> whole = OutsideProgram.Find("prlimit") is { } prlimit ? [prlimit, .. Limits(), "--", .. command] : [.. command];
        var start = new ProcessStartInfo(whole[0], whole.Skip(1))
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        // Several threads for one page wait for each other: ten times slower on a busy machine.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return start;
    }

    private IEnumerable<string> Limits()
    {
        var bytes = settings.ProgramMegabytes * 1024L * 1024;
        yield return string.Create(CultureInfo.InvariantCulture, $"--as={bytes}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--cpu={settings.ProgramSeconds}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--fsize={Math.Max(MostOutput, settings.MostMegapixels * 4L * 1024 * 1024)}");
        yield return "--core=0";
        yield return "--nofile=64";
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (kept.Length + read > MostOutput) throw new UnreadableDocumentException(UnusableCodes.Bomb, "文件里的文字多得不像一份工作报告，请只保留报告正文。");
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>Reads to the end, so that the program never waits, and keeps the start.</summary>
    private static async Task<byte[]> DrainAsync(Stream stream, int most, CancellationToken cancellation)
    {
        var kept = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;) kept.Write(buffer, 0, Math.Min(read, most - (int)kept.Length));
        return kept.ToArray();
    }

    private static string[] WithoutNetwork()
    {
        if (OutsideProgram.Find("unshare") is not { } unshare || OutsideProgram.Find("true") is not { } nothing) return [];
        return new string[][] { [unshare, "--net", "--"], [unshare, "--map-root-user", "--net", "--"] }.FirstOrDefault(way => Succeeds([.. way, nothing])) ?? [];
    }

    private static bool Succeeds(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardError = true, RedirectStandardOutput = true });
        return process is not null && process.WaitForExit(TimeSpan.FromSeconds(5)) && process.ExitCode == 0;
    }
}

/// <param name="Errors">The start of what the program said on standard error.</param>
internal sealed record ProgramOutput(int ExitStatus, byte[] Bytes, string Errors)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);
}
