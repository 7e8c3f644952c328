using System.Reflection;
using System.Threading.Channels;
using MassTransit;

namespace Reelsmith.Topology.Tests.Jobs;

/// <summary>A bus that never comes up.</summary>
public class Down : DispatchProxy
{
    private readonly Channel<bool> _looks = Channel.CreateUnbounded<bool>();

    /// <summary>Returns when somebody has looked at it so often since it was last asked.</summary>
    public async Task LookedAt(int times)
    {
        for (var look = 0; look < times; look++) await _looks.Reader.ReadAsync();
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name != nameof(IBusControl.CheckHealth)) throw new NotSupportedException(targetMethod.Name);
        _looks.Writer.TryWrite(true);
        return BusHealthResult.Unhealthy("not started", new InvalidOperationException(), new Dictionary<string, EndpointHealthResult>());
    }
}
