using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace OpenIM.SignalR.Unit.Architecture;

/// <summary>The table "who may know whom" of docs/architecture.md.</summary>
public sealed class ProjectDependencyTests
{
    private static readonly string[] Projects = ["Contracts", "Upstream", "Sessions", "Compat", "Sandbox", "Server"];

    private static readonly ArchUnitNET.Domain.Architecture Product =
        new ArchLoader().LoadAssemblies([.. Projects.Select(Load)]).Build();

    public static TheoryData<string, string[]> MayKnow => new()
    {
        { "Contracts", [] },
        { "Upstream", ["Contracts"] },
        { "Sessions", ["Contracts", "Upstream"] },
        { "Compat", ["Contracts"] },
        { "Sandbox", ["Contracts", "Upstream"] },
    };

    [Theory]
    [MemberData(nameof(MayKnow))]
    public void Arrows_between_projects_point_down_only(string project, string[] known)
    {
        foreach (var other in Projects.Except(known).Where(other => other != project))
            Types().That().ResideInAssembly(Load(project)).Should()
                .NotDependOnAny(Types().That().ResideInAssembly(Load(other)))
                .WithoutRequiringPositiveResults()
                .Check(Product);
    }

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Upstream")]
    [InlineData("Sessions")]
    public void What_is_not_the_host_knows_nothing_of_ASP_NET(string project) =>
        Assert.DoesNotContain(Load(project).GetReferencedAssemblies(), name => name.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Contracts_reference_nothing_but_the_runtime() =>
        Assert.All(Load("Contracts").GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name));

    private static Assembly Load(string project) => Assembly.Load($"OpenIM.SignalR.{project}");
}
