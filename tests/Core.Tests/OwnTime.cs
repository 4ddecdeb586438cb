using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tracker.Core.Tests;

/// <summary>What work takes by itself, whoever else is at work on the machine.</summary>
internal static class OwnTime
{
    private const int MostAttempts = 4;

    /// <summary>CLOCK_THREAD_CPUTIME_ID: what the processor gave to the calling thread.</summary>
    private const int ThreadClock = 3;

    /// <summary>By the processor time of this thread, on which all of the work must be done.</summary>
    public static void ShouldBeLessThan(TimeSpan longest, Action work)
    {
        var began = Processor();
        work();
        (Processor() - began).ShouldBeLessThan(longest);
    }

    /// <summary>By the clock, for work that others do too, such as programs: company makes it longer, never shorter, so that of some attempts the quickest counts.</summary>
    public static async Task ShouldBeLessThanAsync(TimeSpan longest, Func<Task> work)
    {
        var quickest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < MostAttempts && quickest >= longest; attempt++)
        {
            var began = Stopwatch.GetTimestamp();
            await work();
            var taken = Stopwatch.GetElapsedTime(began);
            if (taken < quickest) quickest = taken;
        }

        quickest.ShouldBeLessThan(longest);
    }

    private static TimeSpan Processor()
    {
        if (!OperatingSystem.IsLinux()) return Stopwatch.GetElapsedTime(0);
        if (GetTime(ThreadClock, out var time) != 0) throw new InvalidOperationException($"clock_gettime: {Marshal.GetLastPInvokeErrorMessage()}");
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0);
    }

    [DllImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
