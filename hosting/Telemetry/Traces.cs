using System.Diagnostics;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Telemetry;

/// <summary>Reelsmith's spans. While nobody listens, none of this allocates.</summary>
public static class Traces
{
    public static ActivitySource Source { get; } = new(TelemetryNames.Reelsmith);

    /// <summary>What goes on now, as a <c>traceparent</c> (W3C Trace Context), to be stored with what it causes; null: nobody traces it.</summary>
    public static string? Parent => Source.HasListeners() && Activity.Current is { Recorded: true } current ? current.Id : null;

    /// <summary>Whether what goes on now was begun by something that is traced.</summary>
    public static bool HasCause => Activity.Current is { } current && (current.Recorded || current.ParentId is not null);

    /// <summary>Goes on in the trace of a cause that was stored.</summary>
    /// <param name="parent">See <see cref="Parent"/>.</param>
    public static Activity? Continue(string name, string? parent) =>
        parent is not null && Source.HasListeners() && ActivityContext.TryParse(parent, null, isRemote: true, out var cause) ? Source.StartActivity(name, ActivityKind.Internal, cause) : null;

    /// <summary>A span of something that goes on beside the caller: what the caller does meanwhile is no part of it.</summary>
    /// <returns>Null also when it would stand alone.</returns>
    public static Activity? Beside(string name, ActivityKind kind = ActivityKind.Internal)
    {
        if (!Source.HasListeners() || Activity.Current is not { } current) return null;
        var span = Source.StartActivity(name, kind);
        Activity.Current = current;
        return span;
    }

    /// <summary>Ends a span of <see cref="Beside"/>, wherever that becomes known.</summary>
    public static void EndBeside(this Activity? span)
    {
        if (span is null) return;
        var current = Activity.Current;
        span.Dispose();
        Activity.Current = current;
    }

    public static void Fail(this Activity? span, string code, string? message = null) => span?.SetStatus(ActivityStatusCode.Error, message).SetTag(TelemetryNames.ErrorType, code);

    /// <summary>Runs something as a span, which fails when that does.</summary>
    public static async Task<T> Run<T>(string name, Action<Activity> describe, Func<Task<T>> work)
    {
        using var span = Source.StartActivity(name);
        if (span is not null) describe(span);
        try
        {
            return await work();
        }
        catch (Exception e)
        {
            span.Fail(e is ReelsmithException known ? known.Failure.Code : e.GetType().FullName!, e.Message);
            throw;
        }
    }
}
