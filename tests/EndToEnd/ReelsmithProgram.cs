using System.Diagnostics;
using System.Text.Json;

namespace Reelsmith.EndToEnd.Tests;

/// <summary>The real command line, started as a process with a data folder of its own.</summary>
internal sealed class ReelsmithProgram : IDisposable
{
    public static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "reelsmith");

    public string Folder { get; } = Directory.CreateTempSubdirectory("reelsmith-e2e-").FullName;

    public string Data => Path.Combine(Folder, "data");

    public string Output => Path.Combine(Folder, "film");

    /// <summary>Extra environment, for instance a PATH without ffmpeg.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public Process Start(params string[] arguments)
    {
        // A shell's background jobs ignore SIGINT, and their children with them; a person's terminal does not.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", Executable, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment["REELSMITH_DATA"] = Data;
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public async Task<Outcome> Run(params string[] arguments) => await Finish(Start(arguments));

    public static async Task<Outcome> Finish(Process process, string? input = null)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (input is not null) await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            return new Outcome(process.ExitCode, await output, await error);
        }
    }

    /// <summary>Makes a film and returns its last JSON line; fails the test with what the program said when it does not end well.</summary>
    public async Task<JsonElement> Make(params string[] arguments)
    {
        var outcome = await Run(["make", "--out", Output, "--json", .. arguments]);
        Assert.True(outcome.ExitCode == 0, $"exit code {outcome.ExitCode}\n{outcome.Output}\n{outcome.Error}");
        return outcome.LastEvent;
    }

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public string FilmFile(string name) => Path.Combine(Output, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    public JsonElement LastEvent => Events[^1];

    public IReadOnlyList<JsonElement> Events =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
