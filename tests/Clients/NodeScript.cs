using System.Diagnostics;
using System.Text.Json;

namespace OpenIM.SignalR.Clients;

/// <summary>
/// A script that looks at one thing after another with the published clients and tells a line of JSON for each,
/// <c>{"name":…}</c> or <c>{"name":…,"failure":…}</c>, and at its end <c>{"isWhole":true}</c>.
/// </summary>
internal static class NodeScript
{
    /// <summary>Runs a script of this project to its end. Returns the names of what was looked at and found right.</summary>
    /// <exception cref="InvalidOperationException">Something was not right, or the script did not reach its end.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(
        string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var node = new Process
        {
            StartInfo = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, script), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        node.Start();
        var console = node.StandardError.ReadToEndAsync(CancellationToken.None);
        var (right, failures, isWhole) = (new List<string>(), new List<string>(), false);
        try
        {
            while (await node.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                var told = JsonSerializer.Deserialize<JsonElement>(line);
                if (told.TryGetProperty("isWhole", out _))
                    isWhole = true;
                else if (told.TryGetProperty("failure", out var failure))
                    failures.Add($"{told.GetProperty("name")}: {failure}");
                else
                    right.Add(told.GetProperty("name").GetString()!);
            }

            await node.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // What it found until then says more.
            failures.Add($"{script} was not done in time, after {right.LastOrDefault()}");
        }
        finally
        {
            if (!node.HasExited)
                node.Kill(entireProcessTree: true);
        }

        return failures.Count == 0 && isWhole && node.ExitCode == 0
            ? right
            : throw new InvalidOperationException($"{string.Join("\n\n", failures)}\nThe console of {script}:\n{await console}");
    }
}
