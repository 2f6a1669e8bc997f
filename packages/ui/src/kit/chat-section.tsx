"use client";

import { Ellipsis, Handshake, Paperclip, RotateCw } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../button/button";
import { IconButton } from "../button/icon-button";
import { ChatBubble } from "../chat/chat-bubble";
import { ChatComposer } from "../chat/chat-composer";
import { ChatDivider } from "../chat/chat-divider";
import { DeliveryMark } from "../chat/delivery-mark";
import { EmojiGrid } from "../chat/emoji-grid";
import { FileTile } from "../chat/file-tile";
import type { MessageListHandle } from "../chat/message-list";
import { MessageList } from "../chat/message-list";
import { SystemLine } from "../chat/system-line";
import { TypingIndicator } from "../chat/typing-indicator";
import { Avatar } from "../display/avatar";
import { Card } from "../display/card";
import { KitRow } from "./kit-row";
import { KitSection } from "./kit-section";

const LINES = Array.from({ length: 2000 }, (_, index) => ({
  id: String(index + 1),
  mine: index % 5 < 2,
  text: `Message ${index + 1}${index % 7 === 0 ? ": a longer one, which takes more than a single line on a phone and so has to be measured" : ""}`,
}));
const EMOJI = [
  { id: "faces", label: "Faces", signs: { "😀": "grin", "😅": "sweat", "🙏": "thanks" } },
  { id: "cars", label: "Cars", signs: { "🚗": "car", "🔧": "wrench", "🔑": "key" } },
];

const more = (
  <IconButton size="sm" label="More" icon={<Ellipsis aria-hidden="true" className="size-4.5" />} />
);

function Conversation() {
  return (
    <Card padding="flush" className="overflow-hidden bg-canvas">
      <ChatDivider kind="day">Yesterday</ChatDivider>
      <SystemLine icon={<Handshake aria-hidden="true" />} meta="10:12">
        Yılmaz Oto offered 1.150.000 ₺
      </SystemLine>
      <ChatBubble side="theirs" position="first" author="Ayşe Demir" actions={more}>
        Good morning, is the Passat still there?
      </ChatBubble>
      <ChatBubble
        side="theirs"
        position="last"
        avatar={<Avatar name="Ayşe Demir" size="sm" />}
        meta="10:14"
        actions={more}
      >
        I could come by today.
      </ChatBubble>
      <ChatDivider kind="unread">New</ChatDivider>
      <ChatBubble
        side="mine"
        position="single"
        meta={
          <>
            10:15
            <DeliveryMark state="read" label="Read" />
          </>
        }
        actions={more}
      >
        It is. Ask for Mehmet.
      </ChatBubble>
      <ChatBubble
        side="mine"
        position="single"
        pending
        meta={<DeliveryMark state="sending" label="Sending" />}
      >
        And bring the papers
      </ChatBubble>
      <ChatBubble
        side="mine"
        position="single"
        meta={<DeliveryMark state="failed" label="Not sent" />}
        problem={
          <Button size="sm" variant="ghost" icon={<RotateCw aria-hidden="true" />}>
            Try again
          </Button>
        }
      >
        This one did not arrive
      </ChatBubble>
      <TypingIndicator label="Ayşe is writing" />
    </Card>
  );
}

function Composers() {
  const [text, setText] = useState("A draft");
  const common = {
    onSend: () => setText(""),
    label: "Message",
    placeholder: "Write a message",
    sendLabel: "Send",
    maxLength: 4000,
    tools: <IconButton label="Attach" icon={<Paperclip aria-hidden="true" className="size-5" />} />,
  };
  return (
    <div className="flex flex-col gap-4">
      <Card padding="flush" className="overflow-hidden">
        <ChatComposer
          {...common}
          value={text}
          onValueChange={setText}
          sendable={text !== ""}
          above={
            <div className="flex flex-wrap gap-2 px-3 pt-3">
              <FileTile
                name="expertise-report.pdf"
                description="Uploading 42%"
                state="uploading"
                progress={42}
              />
              <FileTile name="film.mov" description="Only photos and PDF" state="failed" />
            </div>
          }
        />
      </Card>
      <Card padding="flush" className="overflow-hidden">
        <ChatComposer
          {...common}
          value=""
          onValueChange={() => undefined}
          sendable={false}
          disabled
          placeholder="You have blocked this gallery"
        />
      </Card>
      <KitRow label="Files">
        <FileTile name="ruhsat.pdf" description="PDF · 240 kB" href="#chat" />
        <FileTile name="photo.jpg" description="Being prepared" state="processing" />
      </KitRow>
      <KitRow label="Marks">
        <DeliveryMark state="sending" label="Sending" />
        <DeliveryMark state="sent" label="Sent" />
        <DeliveryMark state="delivered" label="Delivered" />
        <DeliveryMark state="read" label="Read" />
        <DeliveryMark state="failed" label="Not sent" />
      </KitRow>
    </div>
  );
}

/** What a conversation is made of. */
export function ChatSection() {
  const list = useRef<MessageListHandle>(null);
  return (
    <KitSection id="chat" title="Conversation">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Conversation />
        <Composers />
        <Card
          title="Two thousand messages"
          padding="flush"
          actions={
            <Button size="sm" variant="secondary" onClick={() => list.current?.scrollToRow("1000")}>
              To the middle
            </Button>
          }
        >
          <MessageList
            handle={list}
            rows={LINES}
            rowId={(line) => line.id}
            estimate={() => 48}
            label="Two thousand messages"
            className="h-72"
            renderRow={(line) => (
              <ChatBubble side={line.mine ? "mine" : "theirs"} position="single">
                {line.text}
              </ChatBubble>
            )}
          />
        </Card>
        <Card title="Emoji">
          <EmojiGrid
            groups={EMOJI}
            onPick={() => undefined}
            labels={{ search: "Search", none: "None" }}
          />
        </Card>
      </div>
    </KitSection>
  );
}
