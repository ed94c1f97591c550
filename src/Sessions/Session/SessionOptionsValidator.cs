using Microsoft.Extensions.Options;

namespace OpenIM.SignalR.Sessions;

/// <summary>Checks the annotations of <see cref="SessionOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class SessionOptionsValidator : IValidateOptions<SessionOptions>;
