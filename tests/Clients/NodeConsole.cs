using System.Diagnostics;

namespace OpenIM.SignalR.Clients;

/// <summary>A Node program as its user has it before him: what it prints, and what he types.</summary>
internal sealed class NodeConsole : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <param name="folder">Where it is started.</param>
    /// <param name="arguments">What stands behind <c>node</c>.</param>
    public NodeConsole(string folder, params IEnumerable<string> arguments)
    {
        _process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>Waits until it prints a line that ends like this.</summary>
    public async Task PrintsAsync(string end, CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.EndsWith(end, StringComparison.Ordinal))
                return;
        }

        throw new InvalidOperationException($"The program ended and had not printed '{end}'.\n{await _errors}");
    }

    public async Task TypeAsync(string line, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
    }

    /// <summary>Ends its input, as Ctrl+D does, and waits until it has ended. Returns its exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _errors;
        _process.Dispose();
    }
}
