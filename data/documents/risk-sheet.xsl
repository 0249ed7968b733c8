<?xml version="1.0" encoding="UTF-8"?>
<!-- 风险与谈判的一页：内部评估，不给员工，不进协议。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:param name="language">zh</xsl:param>
  <xsl:variable name="chinese" select="$language='zh'"/>

  <xsl:template name="say">
    <xsl:param name="zh"/>
    <xsl:param name="en"/>
    <xsl:choose><xsl:when test="$chinese"><xsl:value-of select="$zh"/></xsl:when><xsl:otherwise><xsl:value-of select="$en"/></xsl:otherwise></xsl:choose>
  </xsl:template>

  <xsl:template name="money">
    <xsl:param name="path"/>
    <xsl:param name="value"/>
    <xsl:choose><xsl:when test="$value"><field path="{$path}" as="money"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose>
  </xsl:template>

  <xsl:template match="/facts">
    <document style="form" english="{$language != 'zh'}">
      <title id="title"><xsl:call-template name="say"><xsl:with-param name="zh">风险与谈判（内部评估）</xsl:with-param><xsl:with-param name="en">Risk and negotiation (internal)</xsl:with-param></xsl:call-template></title>
      <note id="case" align="centre"><field path="risk/@number"/><xsl:text>　</xsl:text><field path="risk/@person" as="name"/><xsl:text>　</xsl:text><field path="risk/@ground"/></note>
      <note id="internal"><xsl:call-template name="say"><xsl:with-param name="zh">只供公司内部决定用：不交给员工，不作为协议的附件，看完收好。</xsl:with-param><xsl:with-param name="en">For the company’s own decision: not for the employee, no annex of any agreement; keep it safe.</xsl:with-param></xsl:call-template></note>
      <xsl:call-template name="weak-points"/>
      <xsl:call-template name="sums"/>
      <xsl:if test="risk/offer"><xsl:call-template name="offers"/></xsl:if>
      <note id="made"><xsl:choose><xsl:when test="$chinese"><field path="@as-of" as="date"/>按当时的事实和法规包计算。没有打分：每一处弱点为什么是弱点、依据哪一条，每一个数按什么假定算，都写在上面。法规包未经律师审核的，以律师意见为准。</xsl:when><xsl:otherwise>Reckoned on <field path="@as-of"/> from the facts and the law pack of that day. There is no score: each weak point says why it is one and by which article, each sum what it assumes. Where the pack has not been reviewed, ask a lawyer.</xsl:otherwise></xsl:choose></note>
    </document>
  </xsl:template>

  <xsl:template name="weak-points">
    <table id="weak-points" columns="2.8 5.8 4.4" head="true">
      <row>
        <cell><xsl:call-template name="say"><xsl:with-param name="zh">弱点</xsl:with-param><xsl:with-param name="en">Weak point</xsl:with-param></xsl:call-template></cell>
        <cell><xsl:call-template name="say"><xsl:with-param name="zh">为什么，怎么补</xsl:with-param><xsl:with-param name="en">Why; how to mend it</xsl:with-param></xsl:call-template></cell>
        <cell><xsl:call-template name="say"><xsl:with-param name="zh">可能的代价和依据</xsl:with-param><xsl:with-param name="en">What it may cost, and why</xsl:with-param></xsl:call-template></cell>
      </row>
      <xsl:for-each select="risk/weak">
        <xsl:variable name="at" select="concat('risk/weak[', position(), ']/@')"/>
        <row>
          <cell><field path="{$at}title"/></cell>
          <cell><field path="{$at}why"/><strong><xsl:call-template name="say"><xsl:with-param name="zh">怎么补：</xsl:with-param><xsl:with-param name="en"> To mend it: </xsl:with-param></xsl:call-template></strong><field path="{$at}mend"/></cell>
          <cell><xsl:for-each select="cost">
              <xsl:variable name="cost" select="concat('risk/weak[', count(../preceding-sibling::weak) + 1, ']/cost[', position(), ']/@')"/>
              <field path="{$cost}title"/><xsl:call-template name="say"><xsl:with-param name="zh">：</xsl:with-param><xsl:with-param name="en">: </xsl:with-param></xsl:call-template><xsl:call-template name="money"><xsl:with-param name="path" select="concat($cost, 'amount')"/><xsl:with-param name="value" select="@amount"/></xsl:call-template><xsl:choose>
                <xsl:when test="position() != last()"><xsl:call-template name="say"><xsl:with-param name="zh">；或者</xsl:with-param><xsl:with-param name="en">; or </xsl:with-param></xsl:call-template></xsl:when>
                <xsl:otherwise><xsl:call-template name="say"><xsl:with-param name="zh">。</xsl:with-param><xsl:with-param name="en">. </xsl:with-param></xsl:call-template></xsl:otherwise>
              </xsl:choose></xsl:for-each><xsl:if test="string(@article)"><xsl:call-template name="say"><xsl:with-param name="zh">依据：</xsl:with-param><xsl:with-param name="en">By </xsl:with-param></xsl:call-template><field path="{$at}article"/></xsl:if></cell>
        </row>
      </xsl:for-each>
      <xsl:if test="not(risk/weak)">
        <row><cell><xsl:call-template name="say"><xsl:with-param name="zh">没有找到</xsl:with-param><xsl:with-param name="en">None was found</xsl:with-param></xsl:call-template></cell><cell/><cell/></row>
      </xsl:if>
    </table>
  </xsl:template>

  <xsl:template name="sums">
    <table id="sums" columns="3.6 2.6r 6.8" head="true">
      <row>
        <cell><xsl:call-template name="say"><xsl:with-param name="zh">并排比较</xsl:with-param><xsl:with-param name="en">Side by side</xsl:with-param></xsl:call-template></cell>
        <cell><xsl:choose>
            <xsl:when test="$chinese and risk/@currency='CNY'">金额（元）</xsl:when>
            <xsl:when test="$chinese">金额（<field path="risk/@currency"/>）</xsl:when>
            <xsl:otherwise>Amount (<field path="risk/@currency"/>)</xsl:otherwise>
          </xsl:choose></cell>
        <cell><xsl:call-template name="say"><xsl:with-param name="zh">按什么假定，为什么</xsl:with-param><xsl:with-param name="en">Assuming what, and why</xsl:with-param></xsl:call-template></cell>
      </row>
      <xsl:for-each select="risk/sum[not(@id='extras') or /facts/risk/offer]">
        <xsl:variable name="at" select="concat('risk/sum[', count(preceding-sibling::sum) + 1, ']/@')"/>
        <row>
          <cell><xsl:choose>
            <xsl:when test="@id='lawful'"><xsl:call-template name="say"><xsl:with-param name="zh">理由站得住，依法付</xsl:with-param><xsl:with-param name="en">Where the ground stands</xsl:with-param></xsl:call-template></xsl:when>
            <xsl:when test="@id='low'"><xsl:call-template name="say"><xsl:with-param name="zh">协商：法定最低</xsl:with-param><xsl:with-param name="en">Negotiated: the legal least</xsl:with-param></xsl:call-template></xsl:when>
            <xsl:when test="@id='high'"><xsl:call-template name="say"><xsl:with-param name="zh">协商：最多到</xsl:with-param><xsl:with-param name="en">Negotiated: no more than</xsl:with-param></xsl:call-template></xsl:when>
            <xsl:when test="@id='offered'"><xsl:call-template name="say"><xsl:with-param name="zh">协商：现在出的价</xsl:with-param><xsl:with-param name="en">Negotiated: offered now</xsl:with-param></xsl:call-template></xsl:when>
            <xsl:when test="@id='extras'"><xsl:call-template name="say"><xsl:with-param name="zh">另给的条件共</xsl:with-param><xsl:with-param name="en">Offered besides, in all</xsl:with-param></xsl:call-template></xsl:when>
            <xsl:when test="@id='all'"><xsl:call-template name="say"><xsl:with-param name="zh">出价和条件合计</xsl:with-param><xsl:with-param name="en">Sum and offers together</xsl:with-param></xsl:call-template></xsl:when>
            <xsl:otherwise><field path="{$at}title"/></xsl:otherwise>
          </xsl:choose></cell>
          <cell><xsl:call-template name="money"><xsl:with-param name="path" select="concat($at, 'amount')"/><xsl:with-param name="value" select="@amount"/></xsl:call-template></cell>
          <cell><xsl:choose>
            <xsl:when test="string(@assumes)"><field path="{$at}assumes"/></xsl:when>
            <xsl:when test="not(@amount)"><xsl:call-template name="say"><xsl:with-param name="zh">事实还不全，算不出来。</xsl:with-param><xsl:with-param name="en">Not known yet: facts are missing.</xsl:with-param></xsl:call-template></xsl:when>
          </xsl:choose></cell>
        </row>
      </xsl:for-each>
    </table>
  </xsl:template>

  <xsl:template name="offers">
    <table id="offers" columns="3.6 2.6r 6.8" head="true">
      <row>
        <cell><xsl:call-template name="say"><xsl:with-param name="zh">另给的条件</xsl:with-param><xsl:with-param name="en">Offered besides</xsl:with-param></xsl:call-template></cell>
        <cell><xsl:call-template name="say"><xsl:with-param name="zh">花费</xsl:with-param><xsl:with-param name="en">Cost</xsl:with-param></xsl:call-template></cell>
        <cell><xsl:call-template name="say"><xsl:with-param name="zh">协议里的条款</xsl:with-param><xsl:with-param name="en">Clause of the agreement</xsl:with-param></xsl:call-template></cell>
      </row>
      <xsl:for-each select="risk/offer">
        <xsl:variable name="at" select="concat('risk/offer[', position(), ']/@')"/>
        <row>
          <cell><field path="{$at}title"/></cell>
          <cell><xsl:call-template name="money"><xsl:with-param name="path" select="concat($at, 'cost')"/><xsl:with-param name="value" select="@cost"/></xsl:call-template></cell>
          <cell><xsl:choose><xsl:when test="string(@clause)"><field path="{$at}clause"/></xsl:when><xsl:otherwise>—</xsl:otherwise></xsl:choose></cell>
        </row>
      </xsl:for-each>
    </table>
  </xsl:template>
</xsl:stylesheet>
