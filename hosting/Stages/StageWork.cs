namespace Reelsmith.Hosting.Stages;

/// <summary>Handed to the code that does a stage's work: where it reports how far it is and what it cost.</summary>
/// <param name="precedence">What it gives way to; null: nothing goes before it.</param>
public sealed class StageWork(Action<double> report, Precedence? precedence = null)
{
    private double _cpuSeconds;
    private double _reported = -1;

    /// <summary>Reports the fraction done, 0 to 1. Cheap: small steps are dropped.</summary>
    public void Progress(double fraction)
    {
        if (fraction - _reported < 0.01 && fraction < 1) return;
        _reported = fraction;
        report(Math.Clamp(fraction, 0, 1));
    }

    /// <summary>Waits while something goes before this work. Cheap otherwise.</summary>
    public Task GiveWay(CancellationToken cancellationToken) => precedence?.GiveWay(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Adds processor time of a thread or a child process to the stage's cost.</summary>
    public void AddCpu(TimeSpan time)
    {
        double before, after;
        do
        {
            before = Volatile.Read(ref _cpuSeconds);
            after = before + time.TotalSeconds;
        }
        while (Interlocked.CompareExchange(ref _cpuSeconds, after, before) != before);
    }

    /// <summary>Runs something on the calling thread and adds its processor time.</summary>
    public T Measure<T>(Func<T> computation)
    {
        var started = ThreadCpu.Now();
        try
        {
            return computation();
        }
        finally
        {
            AddCpu(ThreadCpu.Now() - started);
        }
    }

    public double CpuSeconds => Volatile.Read(ref _cpuSeconds);
}
