using Reelsmith.Hosting.Processes;
using Reelsmith.Tests.Servers;

namespace Reelsmith.EndToEnd.Tests.Serving;

/// <summary>The npm packages that tests use as they are published, installed once a machine, outside the sources.</summary>
internal static class NodePackages
{
    private static readonly Lazy<Task<string>> Installed = new(Install);

    /// <summary>The folder with package.json and node_modules; scripts in it find the packages.</summary>
    public static Task<string> Folder => Installed.Value;

    /// <summary>Runs a script of this folder with Node.js and returns its standard output.</summary>
    public static async Task<string> Run(string script, params string[] arguments)
    {
        var folder = await Folder;
        var output = await ChildProcess.Run("node", [Path.Combine(folder, script), .. arguments], default, null, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(output);
    }

    private static async Task<string> Install()
    {
        var folder = await ChildProcess.Run(Repository.File("deploy/local/npm"), [Repository.File("tests/EndToEnd/Serving/node")], default, null, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(folder).Trim();
    }
}
