using OpenIM.SignalR.Server;

return await GatewayHost.RunAsync(args);
