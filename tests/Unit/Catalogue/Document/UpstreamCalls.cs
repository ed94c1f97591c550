using System.Globalization;
using Mono.Cecil;
using Mono.Cecil.Cil;
using OpenIM.SignalR.Server;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>
/// What a method of the hub may ask of OpenIM, read from the compiled code: from the method on, along every method that
/// is called or handed on, as far as a REST interface or the message gateway. Waiting for a login that is under way is
/// not followed.
/// </summary>
internal sealed class UpstreamCalls : IDisposable
{
    private static readonly string[] NotFollowed = ["WhenLoggedIn", "WhenSynced", "Run", "EndAfter"];

    private readonly Dictionary<string, ModuleDefinition> _modules;
    private readonly TypeDefinition _grain;
    private readonly TypeDefinition _hub;

    public UpstreamCalls()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        _modules = new[] { typeof(OpenImHub), typeof(ISessionGrain), typeof(GatewayConnection) }
            .Select(type => ModuleDefinition.ReadModule(
                type.Assembly.Location, new ReaderParameters { AssemblyResolver = resolver }))
            .ToDictionary(module => module.Assembly.Name.Name, StringComparer.Ordinal);
        _hub = Find(typeof(OpenImHub));
        _grain = Find(typeof(SessionGrain));
    }

    /// <summary>Paths of REST and requests of the message gateway, in order; nothing when there is no such method.</summary>
    public IReadOnlyList<string> Of(string method)
    {
        var calls = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<MethodDefinition>();
        var open = new Stack<MethodDefinition>(_hub.Methods.Where(one => one.IsPublic && one.Name == method));
        while (open.TryPop(out var one))
        {
            if (!seen.Add(one))
                continue;
            if (Leaf(one) is { } call)
            {
                calls.Add(call);
                continue;
            }
            foreach (var next in Next(one))
                open.Push(next);
        }
        return [.. calls];
    }

    public void Dispose()
    {
        foreach (var module in _modules.Values)
            module.Dispose();
    }

    // A REST method carries its path; a request of the gateway its number, in the code.
    private static string? Leaf(MethodDefinition method)
    {
        foreach (var attribute in method.CustomAttributes)
        {
            if (attribute.AttributeType.Namespace == "Refit" && attribute.ConstructorArguments is [{ Value: string path }, ..])
                return path;
        }
        if (method.DeclaringType.Name != nameof(GatewayConnection) || !method.HasBody)
            return null;
        return method.Body.Instructions.Select(Constant).FirstOrDefault(number => number is > 1000 and < 3000) is { } found and > 0
            ? $"ws {found.ToString(CultureInfo.InvariantCulture)}"
            : null;
    }

    private static int Constant(Instruction instruction) =>
        instruction.OpCode == OpCodes.Ldc_I4 ? (int)instruction.Operand : 0;

    private IEnumerable<MethodDefinition> Next(MethodDefinition method)
    {
        if (method.DeclaringType.FullName == typeof(ISessionGrain).FullName)
            return _grain.Methods.Where(one => one.Name == method.Name && one.Parameters.Count == method.Parameters.Count);
        if (!method.HasBody || NotFollowed.Contains(method.Name))
            return [];
        var called = method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>()
            .Select(Resolve).OfType<MethodDefinition>();
        var stateMachine = method.CustomAttributes
            .Where(attribute => attribute.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal))
            .Select(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve())
            .SelectMany(type => type.Methods.Where(one => one.Name == "MoveNext"));
        return called.Concat(stateMachine);
    }

    private MethodDefinition? Resolve(MethodReference method) =>
        _modules.ContainsKey(method.DeclaringType.Scope.Name.Replace(".dll", "", StringComparison.Ordinal))
            ? method.Resolve()
            : null;

    private TypeDefinition Find(Type type) => _modules[type.Assembly.GetName().Name!].GetType(type.FullName);
}
