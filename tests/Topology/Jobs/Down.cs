using System.Reflection;
using MassTransit;

namespace Reelsmith.Topology.Tests.Jobs;

/// <summary>A bus that never comes up.</summary>
public class Down : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IBusControl.CheckHealth)
        ? BusHealthResult.Unhealthy("not started", new InvalidOperationException(), new Dictionary<string, EndpointHealthResult>())
        : throw new NotSupportedException(targetMethod.Name);
}
