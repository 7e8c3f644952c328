using System.CommandLine;
using Reelsmith.Cli.Doctor;
using Reelsmith.Cli.Keys;
using Reelsmith.Cli.Making;
using Reelsmith.Cli.Mcp;
using Reelsmith.Cli.Operations;
using Reelsmith.Cli.Serving;
using Reelsmith.Cli.Storyboards;
using Reelsmith.Cli.Voices;

namespace Reelsmith.Cli.CommandLine;

/// <summary>The commands and their options.</summary>
internal static class ReelsmithCommands
{
    public static RootCommand Create(ReelsmithApp app)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Write logs, and the details of a fault, to standard error.", Arity = ArgumentArity.Zero, Recursive = true };
        return new RootCommand("Reelsmith turns a prompt or a text into a narrated, captioned, scored video.\n\n  reelsmith \"Why do volcanoes erupt?\"\n  reelsmith --text story.txt --seconds 120")
        {
            Make(app, verbose),
            Storyboard(app, verbose),
            Serve(app, verbose),
            Mcp(app, verbose),
            Keys(app),
            Queues(app),
            Voices(app, verbose),
            Doctor(app, verbose),
            verbose,
        };
    }

    private static Command Make(ReelsmithApp app, Option<bool> verbose)
    {
        var input = new InputOptions();
        var output = new Option<string?>("--out") { HelpName = "FOLDER", Description = "Where the film goes (default: a folder named after its title, here)." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line on standard output.", Arity = ArgumentArity.Zero };
        var command = new Command("make", "Make a film. A first argument that is no command means make.") { output, json };
        input.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            new MakeCommand(app, parsed.GetValue(json), parsed.GetValue(verbose)).Run(input.Read(parsed), parsed.GetValue(output), cancellationToken));
        return command;
    }

    private static Command Storyboard(ReelsmithApp app, Option<bool> verbose)
    {
        var input = new InputOptions();
        var command = new Command("storyboard", "Print the storyboard of a film, to read or edit.");
        input.AddTo(command);
        command.SetAction((parsed, cancellationToken) => new StoryboardCommand(app, parsed.GetValue(verbose)).Run(input.Read(parsed), cancellationToken));
        return command;
    }

    private static Command Serve(ReelsmithApp app, Option<bool> verbose)
    {
        var urls = new Option<string?>("--urls") { HelpName = "URLS", Description = "Where to listen, separated by ; (default http://127.0.0.1:8080)." };
        var config = ConfigOption();
        var requireKeys = new Option<bool>("--require-keys") { Description = "Ask for API keys even when only this machine can connect.", Arity = ArgumentArity.Zero };
        var role = new Option<string[]>("--role") { HelpName = "ROLE", Description = $"What this process does of the whole: {string.Join(", ", Roles.Names)} (default: all of it).", AllowMultipleArgumentsPerToken = false };
        var command = new Command("serve", "Make films over HTTP: the whole service in this process, or one part of it.") { urls, config, requireKeys, role };
        command.SetAction((parsed, cancellationToken) =>
        {
            var arguments = new List<string>();
            if (parsed.GetValue(urls) is { } listen) arguments.AddRange(["--urls", listen]);
            if (parsed.GetValue(config) is { } file) arguments.AddRange(["--config", file]);
            if (parsed.GetValue(requireKeys)) arguments.Add("--require-keys");
            return new ServeCommand(app, parsed.GetValue(verbose)).Run(Roles.Of(parsed.GetValue(role) ?? []), arguments, cancellationToken);
        });
        return command;
    }

    private static Command Mcp(ReelsmithApp app, Option<bool> verbose)
    {
        var command = new Command("mcp", "Make films for a program that speaks the Model Context Protocol on standard input and output.");
        command.SetAction((parsed, cancellationToken) => new McpCommand(app, parsed.GetValue(verbose)).Run(cancellationToken));
        return command;
    }

    private static Command Keys(ReelsmithApp app)
    {
        var name = new Argument<string>("NAME") { Description = "Whose key it is. Keys of one name see the same films, so that a key can be replaced." };
        var id = new Argument<string>("ID") { Description = "An id of `reelsmith keys list`." };
        var add = new Command("add", "Make a key and print its secret, once.") { name };
        var list = new Command("list", "List the keys, without their secrets.");
        var revoke = new Command("revoke", "End a key, also in a server that is running.") { id };
        add.SetAction((parsed, cancellationToken) => new KeysCommand(app).Add(parsed.GetRequiredValue(name), cancellationToken));
        list.SetAction((_, cancellationToken) => new KeysCommand(app).List(cancellationToken));
        revoke.SetAction((parsed, cancellationToken) => new KeysCommand(app).Revoke(parsed.GetRequiredValue(id), cancellationToken));
        return new Command("keys", "Make, list and end the API keys of `reelsmith serve`.") { add, list, revoke };
    }

    private static Command Queues(ReelsmithApp app)
    {
        var config = new Option<string?>("--config") { HelpName = "FILE", Description = "Settings as JSON, as for `reelsmith serve`.", Recursive = true };
        var ids = new Argument<string[]>("ID") { Description = "Ids of `reelsmith queues errors`.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "All of them.", Arity = ArgumentArity.Zero };
        var errors = new Command("errors", "List what could not be worked on.");
        var replay = new Command("replay", "Send what could not be worked on to its queue once more.") { ids, all };
        var drop = new Command("drop", "Throw away what could not be worked on.") { ids, all };
        var command = new Command("queues", "Say what waits at the broker for each stage, who works, and what has failed.") { errors, replay, drop, config };
        command.SetAction((parsed, cancellationToken) => new QueuesCommand(app, parsed.GetValue(config)).List(cancellationToken));
        errors.SetAction((parsed, cancellationToken) => new QueuesCommand(app, parsed.GetValue(config)).Errors(cancellationToken));
        replay.SetAction((parsed, cancellationToken) => new QueuesCommand(app, parsed.GetValue(config)).Replay(parsed.GetValue(ids) ?? [], parsed.GetValue(all), cancellationToken));
        drop.SetAction((parsed, cancellationToken) => new QueuesCommand(app, parsed.GetValue(config)).Drop(parsed.GetValue(ids) ?? [], parsed.GetValue(all), cancellationToken));
        return command;
    }

    private static Command Voices(ReelsmithApp app, Option<bool> verbose)
    {
        var command = new Command("voices", "List the voices that can be asked for.");
        command.SetAction((parsed, cancellationToken) => new VoicesCommand(app, parsed.GetValue(verbose)).Run(cancellationToken));
        return command;
    }

    private static Command Doctor(ReelsmithApp app, Option<bool> verbose)
    {
        var config = ConfigOption();
        var command = new Command("doctor", "Say what is installed, which engines and servers are ready, and what to do about the rest.") { config };
        command.SetAction((parsed, cancellationToken) => new DoctorCommand(app, parsed.GetValue(verbose)).Run(parsed.GetValue(config), cancellationToken));
        return command;
    }

    private static Option<string?> ConfigOption() => new("--config") { HelpName = "FILE", Description = "Settings as JSON (default: reelsmith.json, here, if there is one)." };
}
