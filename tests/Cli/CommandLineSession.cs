using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Reelsmith.Hosting;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Cli.Tests;

/// <summary>Somebody at a command line, in a folder of their own, with fake stages behind the real program.</summary>
internal sealed class CommandLineSession : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("reelsmith-cli-").FullName;

    public FakeStages Stages { get; } = new();

    public DataFolder Data => new(Path.Combine(_root, "data"));

    public string Folder => Directory.CreateDirectory(Path.Combine(_root, "here")).FullName;

    public string Input { get; set; } = "";

    public async Task<Outcome> Run(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(TextWriter.Synchronized(output), TextWriter.Synchronized(error), () => new MemoryStream(Encoding.UTF8.GetBytes(Input)), Interactive: false);
        var exitCode = await new ReelsmithApp(terminal, Data, Folder, Stages.Register).Run(arguments, cancellationToken);
        return new Outcome(exitCode, output.ToString(), error.ToString());
    }

    public Task<Outcome> Run(params string[] arguments) => Run((IReadOnlyList<string>)arguments);

    public string Write(string name, string content)
    {
        File.WriteAllText(Path.Combine(Folder, name), content);
        return name;
    }

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }
}

internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<JsonElement> Events => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public JsonElement Last => Events[^1];
}
