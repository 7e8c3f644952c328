using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Reelsmith.EndToEnd.Tests.Serving;

/// <summary>The real <c>reelsmith serve</c> with a data folder of its own, on a free port, warmed up.</summary>
public sealed partial class RunningServer : IAsyncLifetime
{
    private readonly ReelsmithProgram _program = new();
    private Process _process = null!;

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public string Folder => _program.Folder;

    public string Data => _program.Data;

    /// <summary>Of the process.</summary>
    public int Id => _process.Id;

    public async ValueTask InitializeAsync()
    {
        // Receivers of webhooks run on this machine here, and pages come from another port.
        _program.Environment["Reelsmith__Outgoing__AllowPrivateAddresses"] = "true";
        _program.Environment["Reelsmith__Cors__Origins__0"] = PageOrigin;
        _process = _program.Start("serve", "--urls", "http://127.0.0.1:0", "--verbose");
        var said = await _process.StandardOutput.ReadLineAsync();
        Address = new Uri(Listening().Match(said ?? "") is { Success: true } match ? match.Value : throw new InvalidOperationException($"The server said: {said}"));
        Http = new HttpClient { BaseAddress = Address };
        // What warms the stages up is nobody's video.
        while (await _process.StandardError.ReadLineAsync() is { } line && !line.Contains("Warmed up", StringComparison.Ordinal)) Assert.DoesNotContain("Could not warm up", line, StringComparison.Ordinal);
        _ = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The one origin whose pages may call the server.</summary>
    public const string PageOrigin = "http://localhost:18081";

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        using (var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await stop.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _program.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
