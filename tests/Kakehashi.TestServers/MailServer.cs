namespace Kakehashi.TestServers;

/// <summary>A real mail server (npm smtp-server) for one test; what becomes of a letter, see <c>node/smtp.mjs</c>.</summary>
public sealed class MailServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly NodeServer server;

    private MailServer(NodeServer server) => this.server = server;

    public int Port => server.Port;

    /// <summary>Starts one; skips the running test where there can be none.</summary>
    /// <param name="isSecured">Offers STARTTLS, with a certificate that nobody should trust.</param>
    public static async Task<MailServer> Start(bool isSecured = false) => new(await NodeServer.Start("smtp-server", "smtp.mjs", isSecured ? ["secured"] : []));

    /// <summary>The next message that it takes, as it came in.</summary>
    public async Task<byte[]> Next() =>
        Convert.FromBase64String(await server.Output.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("the mail server has ended"));

    public void Dispose() => server.Dispose();
}
