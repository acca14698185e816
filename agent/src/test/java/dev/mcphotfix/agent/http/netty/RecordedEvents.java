package dev.mcphotfix.agent.http.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;

/** Keeps what happens to a channel. */
final class RecordedEvents extends ChannelInboundHandlerAdapter {

  private final List<Object> events;

  RecordedEvents(List<Object> events) {
    this.events = events;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    events.add(event);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    events.add(String.valueOf(cause.getMessage()));
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    events.add("writability");
  }
}
