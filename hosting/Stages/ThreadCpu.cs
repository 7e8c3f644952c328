using System.Runtime.InteropServices;

namespace Reelsmith.Hosting.Stages;

/// <summary>Processor time of the calling thread (clock_gettime(3), CLOCK_THREAD_CPUTIME_ID).</summary>
public static partial class ThreadCpu
{
    private const int ClockThreadCpuTimeId = 3;

    public static TimeSpan Now()
    {
        _ = GetTime(ClockThreadCpuTimeId, out var time);
        return new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100));
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
