using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Reelsmith.Hosting.Telemetry;

/// <summary>A trace begins with a request alone: progress reports and what processes look after by themselves would bury the jobs.</summary>
internal sealed class RequestSampler(double share) : Sampler
{
    private readonly TraceIdRatioBasedSampler _share = new(share);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind == ActivityKind.Server ? _share.ShouldSample(samplingParameters) : new SamplingResult(SamplingDecision.Drop);
}
