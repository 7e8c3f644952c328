using System.Diagnostics.Metrics;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Telemetry.Tests;

/// <summary>The instruments that Reelsmith makes while this is there.</summary>
internal sealed class Instruments : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, Instrument> _published = [];

    public Instruments()
    {
        _listener.InstrumentPublished = (instrument, _) =>
        {
            lock (_published)
            {
                if (instrument.Meter.Name == TelemetryNames.Reelsmith) _published[instrument.Name] = instrument;
            }
        };
        _listener.Start();
    }

    public IReadOnlyList<Instrument> All
    {
        get
        {
            lock (_published) return [.. _published.Values];
        }
    }

    /// <summary>Those of a gateway that does the work of all stages.</summary>
    public static async Task<IReadOnlyList<Instrument>> OfAllInOne()
    {
        using var data = new TemporaryData();
        using var instruments = new Instruments();
        await using var server = await TestServer.AllInOne(data);
        return instruments.All;
    }

    public void Dispose() => _listener.Dispose();
}
